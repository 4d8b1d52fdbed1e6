export function sample(module, random) {
  const name = random.list(random.int(0, 4), () => random.pick(["foo", "Bar", "HTML", "x2", "A", "go", "Text"])).join(random.pick(["", "_", "-", " "]));
  const text = random.list(random.int(1, 6), () => random.pick(["the", "Of", "cat", "É1", "in", "BIG", "a", "word!"])).join(random.pick([" ", "  "]));
  const words = random.list(random.int(0, 4), () => random.pick(["a", "b", "c"]));
  return [
    module.splitWords(name),
    module.toCamelCase(name),
    module.toSnakeCase(name),
    module.toTitle(text),
    module.slugify(text),
    module.slugify(text, random.int(2, 14)),
    module.pluralize(random.pick(["cat", "boy", "fly", "fox", "church", "buzz", "child", "sheep", "gas", "dish", "y"]), random.int(0, 3)),
    module.ordinal(random.int(0, 230)),
    module.listWords(words, random.pick([undefined, "or"])),
    words,
  ];
}
