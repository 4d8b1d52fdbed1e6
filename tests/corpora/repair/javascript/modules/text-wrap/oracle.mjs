export function sample({ wrap, truncate, center, justify, dedent }, random) {
  const word = () => random.text("abcde", random.int(1, random.chance(0.2) ? 12 : 5));
  const words = random.list(random.int(0, 8), word);
  const text = words.join(random.pick([" ", " ", "  ", "\n"]));
  const width = random.int(1, 14);
  const line = words.join(" ");
  const block = random.list(random.int(1, 4), () => " ".repeat(random.int(0, 5)) + (random.chance(0.2) ? "" : word())).join("\n");
  return [
    wrap(text, width),
    truncate(line, random.int(2, 20)),
    truncate(line, random.int(4, 12), "..."),
    center(line.slice(0, 6), width),
    center("ab", width, "-"),
    justify(`${word()} ${line}`, random.int(1, 40)),
    dedent(block),
  ];
}
