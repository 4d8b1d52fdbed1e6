export function sample({ parsePointer, formatPointer, get, set, remove, flatten }, random) {
  const key = () => random.pick(["a", "b", "m/n", "k~", "0", ""]);
  const make = (depth) => {
    const kind = random.pick(depth > 2 ? ["leaf"] : ["leaf", "list", "object", "object"]);
    if (kind === "leaf") return random.pick([1, "x", null, true, 0]);
    const size = random.int(0, 3);
    if (kind === "list") return random.list(size, () => make(depth + 1));
    return Object.fromEntries(random.list(size, () => [key(), make(depth + 1)]));
  };
  const document = make(0);
  const pointer = random.chance(0.05) ? "a/b" : random.list(random.int(0, 3), () => `/${random.pick(["a", "b", "m~1n", "k~0", "0", "1", "-", "~01", "", "length"])}`).join("");
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  return [
    attempt(() => parsePointer(pointer)),
    formatPointer(random.list(random.int(0, 3), () => random.pick(["a", "m/n", "~1", "~", 0]))),
    attempt(() => get(document, pointer)),
    attempt(() => set(document, pointer, 7)),
    attempt(() => remove(document, pointer)),
    flatten(document),
    document,
  ];
}
