export function sample(module, random) {
  const interval = () => {
    const start = random.int(-5, 12);
    return { start, end: start + random.int(random.chance(0.1) ? -1 : 0, 6) };
  };
  const list = random.list(random.int(0, 7), interval);
  const [a, b] = [interval(), interval()];
  const from = { start: random.int(-3, 3), end: random.int(3, 14) };
  const results = [
    module.isEmpty(a),
    module.overlaps(a, b),
    module.intersect(a, b),
    module.merge(list),
    module.subtract(from, list),
    module.coveredLength(list),
    module.maxOverlap(list),
  ];
  return { results, list, a, b, from };
}
