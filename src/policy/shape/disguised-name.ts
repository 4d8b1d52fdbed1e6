import { textOf } from "../../syntax/source.ts";
import { walkTree } from "../../syntax/syntax-node.ts";
import type { ChangedFile } from "../change-set.ts";
import type { PlacedLine } from "../diff-lines.ts";
import { listNewLines } from "../list-new-lines.ts";
import type { PolicyContext, PolicyFinding, PolicyRule } from "../policy-rule.ts";

export const disguisedName: PolicyRule = {
  id: "disguised-name",
  group: "shape",
  title: "New Python names in letters that Python reads as plain ones",
  explanation:
    "Python reads names in Unicode's form NFKC (https://peps.python.org/pep-3131/), so that ｅｖａｌ calls eval and no " +
    "search for eval finds it. Write names in plain letters.",
  async find({ files }, { parser }) {
    const found = files.map(async (file) => {
      if (!/\.pyw?$/i.test(file.path) || /^\p{ASCII}*$/u.test(file.after?.text ?? "")) return [];
      const lines = listNewLines(file).filter(({ text }) => disguisesIn(text).length > 0);
      return lines.length === 0 ? [] : await findInCode(file, lines, parser);
    });
    return (await Promise.all(found)).flat();
  },
};

function disguisesIn(text: string): readonly string[] {
  const words = text.match(/[\p{ID_Continue}]+/gu) ?? [];
  return words.filter((word) => !/^\w+$/.test(word) && /^\w+$/.test(word.normalize("NFKC")));
}

async function findInCode(
  { path, after }: ChangedFile,
  lines: readonly PlacedLine[],
  parser: PolicyContext["parser"],
): Promise<readonly PolicyFinding[]> {
  const outcome = await parser.parse(path, after?.text ?? "");
  const isNew = new Set(lines.map(({ line }) => line));
  const placed =
    outcome.status === "skipped"
      ? lines.flatMap(({ line, text }) => disguisesIn(text).map((word) => ({ line, word })))
      : [...walkTree(outcome.source.root)]
          .filter(({ type, line }) => type === "identifier" && isNew.has(line))
          .map((node) => ({ line: node.line, word: textOf(node, outcome.source) }))
          .filter(({ word }) => disguisesIn(word).length > 0);
  return placed.map(({ line, word }) => ({
    file: path,
    line,
    reason: `${JSON.stringify(word)} is read as ${word.normalize("NFKC")} by Python`,
  }));
}
