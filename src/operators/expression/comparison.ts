import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const parents = new Set(["binary_expression", "comparison_operator"]);

/** Each operator's likely confusions, with how likely each is. */
const scriptConfusions: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "<": { "<=": 1, ">": 0.7, ">=": 0.5 },
  "<=": { "<": 1, ">=": 0.7, ">": 0.5 },
  ">": { ">=": 1, "<": 0.7, "<=": 0.5 },
  ">=": { ">": 1, "<=": 0.7, "<": 0.5 },
  "===": { "!==": 1, "==": 0.3, "<=": 0.2, ">=": 0.2 },
  "!==": { "===": 1, "!=": 0.3, "<": 0.2, ">": 0.2 },
  "==": { "!=": 1, "===": 0.6, "<=": 0.2, ">=": 0.2 },
  "!=": { "==": 1, "!==": 0.6, "<": 0.2, ">": 0.2 },
};
const pythonConfusions: typeof scriptConfusions = {
  ...scriptConfusions,
  "==": { "!=": 1, is: 0.3, in: 0.3, "<=": 0.2, ">=": 0.2 },
  "!=": { "==": 1, "is not": 0.3, "not in": 0.3, "<": 0.2, ">": 0.2 },
  is: { "is not": 1, "==": 0.6 },
  "is not": { is: 1, "!=": 0.6 },
  in: { "not in": 1, "==": 0.3 },
  "not in": { in: 1, "!=": 0.3 },
};

/** Mends a comparison with the wrong operator: `<` for `<=`, `===` for `!==`, `is` for `==`. */
export const comparison: Operator = {
  name: "comparison",
  version: 1,
  prior: 1,
  languages,
  *find(node, { source }) {
    if (node.isNamed || node.parent === null || !parents.has(node.parent.type)) return;
    if (isPartOfWord(node)) return;
    const confusions = source.language === "python" ? pythonConfusions : scriptConfusions;
    const current = textOf(node, source);
    for (const [other, weight] of Object.entries(confusions[current.replace(/\s+/g, " ")] ?? {})) {
      yield replaceNode(node, other, source, {
        weight,
        summary: `compare with ${other} instead of ${current}`,
      });
    }
  },
};

/** `is not` and `not in` are a node with their words beneath: the whole is replaced, not a word of it. */
function isPartOfWord(node: SyntaxNode): boolean {
  return node.parent !== null && node.parent.start === node.start && node.parent.end === node.end;
}
