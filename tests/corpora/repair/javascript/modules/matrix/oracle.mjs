export function sample(module, random) {
  const make = (rows, columns) => random.list(rows, () => random.list(columns, () => random.int(-5, 5)));
  const [n, m, k] = [random.int(1, 4), random.int(1, 4), random.int(1, 4)];
  const [a, b, square] = [make(n, m), make(random.chance(0.1) ? m + 1 : m, k), make(n, n)];
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  return [
    module.identity(n),
    module.transpose(a),
    attempt(() => module.multiply(a, b)),
    module.power(square, random.int(0, 6)),
    module.determinant(square),
    module.rotate(a),
    module.spiral(a),
    [a, b, square],
  ];
}
