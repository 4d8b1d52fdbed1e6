export function sample(module, random) {
  const values = random.list(random.int(0, 7), () => random.int(0, 3));
  const other = random.text("abc", random.int(0, 5));
  const all = (iterable) => {
    const result = [];
    for (const value of iterable) {
      result.push(value);
      if (result.length > 300) break;
    }
    return result;
  };
  let asked = 0;
  const counted = () => module.map(values, (value) => (asked++, value));
  return [
    all(module.range(random.int(-3, 3), random.int(-3, 6), random.pick([1, 2, -1, -2]))),
    all(module.range(0, random.int(0, 4))),
    all(module.map(values, (value, at) => value * at)),
    all(module.filter(values, (value) => value % 2 === 1)),
    all(module.take(counted(), random.int(-1, 8))),
    asked,
    all(module.drop(values, random.int(0, 8))),
    all(module.zip(values, other)),
    all(module.windows(values, random.int(1, 4))),
    all(module.groupRuns(values, random.pick([undefined, (value) => value > 1]))),
    all(module.unique(values, random.pick([undefined, (value) => value % 2]))),
    all(module.scan(values, (a, b) => a - b, random.int(0, 5))),
    all(module.combinations(values.slice(0, 5), random.int(0, 4))),
    all(module.permutations(values.slice(0, 4))),
    values,
  ];
}
