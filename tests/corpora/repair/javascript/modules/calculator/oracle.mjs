export function sample({ tokenize, evaluate }, random) {
  const make = (depth) => {
    const kind = random.pick(depth > 2 ? ["number", "name"] : ["number", "name", "sum", "sum", "sum", "brackets", "minus", "call"]);
    if (kind === "number") return random.pick(["0", "1", "2", "3", "2.5"]);
    if (kind === "name") return random.pick(["a", "b", "a", random.chance(0.1) ? "c" : "b"]);
    if (kind === "sum") return `${make(depth + 1)}${random.pick([" ", ""])}${random.pick(["+", "-", "*", "/", "%", "^"])} ${make(depth + 1)}`;
    if (kind === "brackets") return `(${make(depth + 1)})`;
    if (kind === "minus") return `-${make(depth + 1)}`;
    return `${random.pick(["min", "max", "abs", "round"])}(${random.list(random.int(1, 3), () => make(depth + 1)).join(", ")})`;
  };
  const text = make(0);
  const noise = random.text("12+-*(),ax $", random.int(0, 6));
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  return [text, attempt(() => tokenize(noise)), attempt(() => tokenize(text)), attempt(() => evaluate(text, { a: 2, b: -3 })), attempt(() => evaluate(noise, { a: 1 }))];
}
