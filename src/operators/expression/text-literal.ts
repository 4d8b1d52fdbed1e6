import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const MAX_BORROWED = 6;
const separators = ["", " ", ",", ", ", "-", "_", "/", ".", ":", ";", "\\n", "\\t"];
const plain = /^(["'])(?:[^"'\\]|\\.)*\1$/;

/** Mends a wrong string: another one of the same file, most alike first, or another separator. */
export const textLiteral: Operator = {
  name: "text-literal",
  version: 1,
  prior: 0.45,
  languages,
  *find(node, { source, names }) {
    const text = textOf(node, source);
    if (node.type !== "string" || node.field === "source" || !plain.test(text)) return;
    const quote = text.slice(0, 1);
    const content = text.slice(1, -1);
    const borrowed = names.strings
      .filter((other) => other !== text && other.startsWith(quote))
      .map((other) => ({ other, weight: 0.2 + 0.6 * names.similarity(other.slice(1, -1), content) }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, MAX_BORROWED);
    for (const { other, weight } of borrowed) yield replaceNode(node, other, source, { weight });
    if (!separators.includes(content)) return;
    for (const separator of separators.filter((other) => other !== content)) {
      const weight = separator.trim() === content.trim() ? 0.8 : 0.3;
      yield replaceNode(node, `${quote}${separator}${quote}`, source, { weight });
    }
  },
};
