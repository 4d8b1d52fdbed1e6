import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const parents = new Set(["binary_expression", "binary_operator"]);
const stringTypes = new Set(["string", "template_string"]);

const confusions: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "+": { "-": 1, "*": 0.4, "/": 0.1 },
  "-": { "+": 1, "*": 0.2, "/": 0.2 },
  "*": { "/": 1, "+": 0.5, "**": 0.3, "-": 0.15, "%": 0.1 },
  "/": { "*": 1, "%": 0.5, "-": 0.2 },
  "%": { "/": 0.8, "*": 0.4, "-": 0.3, "+": 0.2 },
  "**": { "*": 1 },
  "<<": { ">>": 1 },
  ">>": { "<<": 1, ">>>": 0.8 },
  ">>>": { ">>": 1, "<<": 0.5 },
  "&": { "|": 1, "^": 0.4, "&&": 0.6, ">>": 0.2 },
  "|": { "&": 1, "^": 0.4, "||": 0.6, "+": 0.2 },
  "^": { "&": 0.7, "|": 0.7, "**": 0.7 },
};
const pythonConfusions: typeof confusions = {
  ...confusions,
  "/": { "//": 1, "*": 0.9, "%": 0.4 },
  "//": { "/": 1, "%": 0.6, "*": 0.4 },
  "%": { "//": 0.8, "/": 0.6, "*": 0.3 },
  ">>": { "<<": 1 },
  // Of sets too.
  "-": { "+": 1, "*": 0.2, "/": 0.2, "//": 0.15, "&": 0.15, "|": 0.15 },
  "&": { "|": 1, "-": 0.5, "^": 0.4 },
  "|": { "&": 1, "-": 0.4, "^": 0.4, "+": 0.2 },
  "^": { "&": 0.7, "|": 0.7, "**": 0.7, "-": 0.3 },
};

/** Mends a calculation with the wrong operator: `+` for `-`, `/` for `//`, `<<` for `>>`. */
export const arithmetic: Operator = {
  name: "arithmetic",
  version: 2,
  prior: 0.9,
  languages,
  *find(node, { source, names }) {
    const parent = node.parent;
    if (node.field !== "operator" || parent === null || !parents.has(parent.type)) return;
    const isText = parent.children.some(({ type }) => stringTypes.has(type));
    const left = childOf(parent, "left");
    if (isText || left === null || names.typeOf(left) === "string") return;
    const current = textOf(node, source);
    const others = (source.language === "python" ? pythonConfusions : confusions)[current] ?? {};
    for (const [other, weight] of Object.entries(others)) {
      yield replaceNode(node, other, source, {
        weight,
        summary: `calculate with ${other} instead of ${current}`,
      });
    }
  },
};
