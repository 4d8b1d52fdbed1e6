export function sample({ RangeSet }, random) {
  const range = () => {
    const start = random.int(0, 25);
    return [start, start + random.int(-1, 6)];
  };
  const make = () => RangeSet.of(...random.list(random.int(0, 5), range));
  const [a, b] = [make(), make()];
  const text = random.chance(0.2) ? random.text("12-, x", random.int(0, 5)) : random.list(random.int(1, 4), () => random.pick(["1", "3-5", " 7", "4-6", "10-12", "9-8"])).join(",");
  const attempt = (act) => {
    try {
      return String(act());
    } catch (error) {
      return error;
    }
  };
  const from = random.int(0, 20);
  return [
    a.ranges,
    attempt(() => RangeSet.parse(text)),
    a.size,
    random.list(12, () => a.has(random.int(-1, 32))),
    String(a.union(b)),
    String(a.intersect(b)),
    String(a.gaps(from, from + random.int(-1, 15))),
    String(a.subtract(b)),
    a.equals(b),
    a.equals(RangeSet.of(...a.ranges.toReversed())),
    String(b),
  ];
}
