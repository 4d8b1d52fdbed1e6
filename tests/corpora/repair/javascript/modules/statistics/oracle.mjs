export function sample(module, random) {
  const numbers = random.list(random.int(0, 9), () => random.int(-20, 120));
  const some = random.list(random.int(1, 8), () => random.int(0, 15));
  const other = some.map(() => random.int(0, 5));
  const round = (number) => (Number.isFinite(number) ? Math.round(number * 1e9) / 1e9 + 0 : number);
  return [
    round(module.mean(numbers)),
    module.median(numbers),
    module.modes(some.map((number) => number % 4)),
    round(module.variance(numbers)),
    round(module.standardDeviation(some)),
    round(module.quantile(some, random.pick([0, 0.1, 0.25, 0.5, 0.9, 1]))),
    round(module.correlation(some, other)),
    module.histogram(some, random.int(1, 6)),
    numbers,
    some,
  ];
}
