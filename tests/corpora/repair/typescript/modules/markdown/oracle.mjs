export function sample(m, random) {
  const inline = () => random.list(random.int(1, 4), () => random.pick(["a", "**b**", "*c*", "`d*`", "[e](f)", "<", "&", "``", "* g"])).join(random.pick([" ", ""]));
  const line = () =>
    random.pick([inline, inline, () => `${"#".repeat(random.int(1, 7))} ${inline()}`, () => `- ${inline()}`, () => `* ${inline()}`, () => `${random.int(1, 12)}. ${inline()}`, () => "", () => "```", () => "```js", () => "#x", () => " y ", () => "## A a #"])();
  const text = random.list(random.int(0, 10), line).join(random.pick(["\n", "\n", "\r\n"]));
  const headings = random.list(random.int(1, 5), () => `${"#".repeat(random.int(2, 4))} ${random.pick(["A b!", "a-b", "C", "2 d"])}`).join("\n");
  return [m.renderInline(inline()), m.parseBlocks(text), m.renderMarkdown(text), m.tableOfContents(headings)];
}
