import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const parents = new Set([
  "augmented_assignment_expression",
  "augmented_assignment",
  "assignment_expression",
  "assignment",
  "update_expression",
]);
const confusions: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "=": { "+=": 0.6, "-=": 0.3 },
  "+=": { "-=": 1, "=": 0.8, "*=": 0.3 },
  "-=": { "+=": 1, "=": 0.6 },
  "*=": { "/=": 0.8, "+=": 0.7, "=": 0.5 },
  "/=": { "*=": 1, "=": 0.4 },
  "%=": { "/=": 0.6, "=": 0.4 },
  "|=": { "&=": 1, "=": 0.4 },
  "&=": { "|=": 1, "=": 0.4 },
  "<<=": { ">>=": 1 },
  ">>=": { "<<=": 1 },
  "||=": { "??=": 0.8, "&&=": 0.6, "=": 0.4 },
  "??=": { "||=": 0.8, "=": 0.6 },
  "&&=": { "||=": 1, "=": 0.4 },
  "++": { "--": 1 },
  "--": { "++": 1 },
};

/** Mends a wrong assignment: `+=` for `-=`, `=` for `+=`, `++` for `--`. */
export const assignment: Operator = {
  name: "assignment",
  version: 2,
  prior: 0.7,
  languages,
  *find(node, { source }) {
    if (node.isNamed || node.parent === null || !parents.has(node.parent.type)) return;
    const current = textOf(node, source);
    const target = childOf(node.parent, "left");
    if (current === "=" && target !== null && /pattern|_list|^tuple|^array/.test(target.type)) return;
    // A declaration (`x: int = 1`) has no value to add to.
    if (current === "=" && node.parent.children.some(({ field }) => field === "type")) return;
    for (const [other, weight] of Object.entries(confusions[current] ?? {})) {
      yield replaceNode(node, other, source, {
        weight,
        summary: `assign with ${other} instead of ${current}`,
      });
    }
  },
};
