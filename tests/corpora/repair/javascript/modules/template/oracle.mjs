export function sample({ render, escapeHtml }, random) {
  const make = (depth) => {
    const pieces = random.list(random.int(1, 4), () => {
      const kind = random.pick(depth > 1 ? ["text", "value"] : ["text", "value", "raw", "filter", "section", "section", "else"]);
      const name = random.pick(["a", "b", "list", "o", "o.x", "none", "."]);
      if (kind === "text") return random.pick(["x", "-", " y "]);
      if (kind === "value") return `{{${name}}}`;
      if (kind === "raw") return `{{&${random.pick(["a", "b"])}}}`;
      if (kind === "filter") return `{{${random.pick(["a", "b"])} | ${random.pick(["upper", "lower", "trim", "trim | upper"])}}}`;
      const section = random.pick(["list", "o", "none", "t", "rows"]);
      return `{{${kind === "else" ? "^" : "#"}${section}}}${make(depth + 1)}{{/${section}}}`;
    });
    return pieces.join("");
  };
  const values = {
    a: random.pick(["<&>", " Ab ", "", 0]),
    b: random.pick(["'q\"", "Zz", null]),
    list: random.list(random.int(0, 3), () => random.pick([1, "s", { a: "in", b: 2 }])),
    o: random.pick([{ x: 1 }, { x: { y: 2 }, a: "oa" }, null]),
    t: random.pick([true, false]),
    rows: [{ list: [1, 2] }, { list: [] }],
  };
  const attempt = (act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  };
  return [attempt(() => render(make(0) + (random.chance(0.05) ? "{{#a}}" : ""), values)), escapeHtml(random.text("<>&'\"a", 6)), attempt(() => render("{{list | join}}/{{list | count}}", values)), values];
}
