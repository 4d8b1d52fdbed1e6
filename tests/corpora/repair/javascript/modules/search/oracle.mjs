export function sample(module, random) {
  const sorted = random.list(random.int(0, 9), () => random.int(0, 12)).sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  const turn = distinct.length === 0 ? 0 : random.int(0, distinct.length - 1);
  const rotated = [...distinct.slice(turn), ...distinct.slice(0, turn)];
  const mixed = random.shuffle(sorted);
  const value = random.int(-1, 13);
  const limit = random.int(0, 30);
  return [
    module.lowerBound(sorted, value),
    module.indexOfSorted(distinct, value),
    module.indexOfSorted([...distinct].reverse(), value, (a, b) => b - a),
    module.insertSorted(sorted, value),
    module.largestFitting(random.int(0, 5), random.int(0, 30), (n) => n <= limit),
    rotated.map((item) => module.indexOfRotated(rotated, item)),
    module.indexOfRotated(rotated, value),
    module.select(mixed, random.int(-1, 9)),
    module.pairWithSum(mixed, random.int(0, 20)),
    sorted,
    mixed,
  ];
}
