export function sample(m, random) {
  const digit = m.pattern(/\d/, "a digit");
  const word = m.pattern(/[a-b]+/i, "a word");
  const make = (depth) => {
    const kind = random.int(0, depth > 2 ? 2 : 7);
    if (kind === 0) return m.text(random.pick(["a", "b", ",", ""]));
    if (kind === 1) return digit;
    if (kind === 2) return word;
    if (kind === 3) return m.sequence(make(depth + 1), make(depth + 1));
    if (kind === 4) return m.choice(make(depth + 1), make(depth + 1), make(depth + 1));
    if (kind === 5) return m.many(make(depth + 1), random.int(0, 2));
    if (kind === 6) return m.separated(make(depth + 1), m.text(random.pick([",", "a"])));
    return m.map(make(depth + 1), (value) => [value, "m"]);
  };
  const parser = make(0);
  const inputs = random.list(6, () => random.text("aab,1", random.int(0, 6)));
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  return inputs.map((input) => [parser(input), attempt(() => m.parseAll(parser, input))]);
}
