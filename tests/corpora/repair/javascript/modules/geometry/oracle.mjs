export function sample(module, random) {
  const point = () => ({ x: random.int(-5, 5), y: random.int(-5, 5) });
  const box = () => ({ ...point(), width: random.int(1, 6), height: random.int(1, 6) });
  const points = random.list(random.int(3, 8), point);
  const [a, b, c] = [point(), point(), point()];
  return [
    module.distance(a, b),
    module.cross(a, b, c),
    module.area(points),
    module.contains(points, { x: random.int(-5, 5) + 0.5, y: random.int(-5, 5) + 0.25 }),
    module.bounds(points),
    module.overlap(box(), box()),
    module.convexHull(points),
    module.convexHull(points.slice(0, random.int(0, 3))),
    points,
  ];
}
