import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import { lookUp } from "../look-up.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const parents = new Set(["binary_expression", "boolean_operator"]);
const confusions: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "&&": { "||": 1 },
  "||": { "&&": 1, "??": 0.7 },
  "??": { "||": 0.8, "&&": 0.2 },
  and: { or: 1 },
  or: { and: 1 },
};
const opposites: Readonly<Record<string, string>> = {
  true: "false",
  false: "true",
  True: "False",
  False: "True",
};

/** Mends `and` for `or`, `||` for `??`, `true` for `false`, and a condition with one part too many. */
export const boolean: Operator = {
  name: "boolean",
  version: 1,
  prior: 0.85,
  languages,
  *find(node, { source }) {
    const text = textOf(node, source);
    if (node.type === "true" || node.type === "false") {
      const opposite = lookUp(opposites, text);
      if (opposite !== undefined) yield replaceNode(node, opposite, source);
      return;
    }
    if (!parents.has(node.type)) return;
    const [left, right, sign] = [childOf(node, "left"), childOf(node, "right"), childOf(node, "operator")];
    if (left === null || right === null || sign === null) return;
    const current = textOf(sign, source);
    for (const [other, weight] of Object.entries(confusions[current] ?? {})) {
      yield replaceNode(sign, other, source, {
        weight,
        summary: `combine with ${other} instead of ${current}`,
      });
    }
    if (!(current in confusions)) return;
    yield replaceNode(node, textOf(left, source), source, { weight: 0.4 });
    yield replaceNode(node, textOf(right, source), source, { weight: 0.4 });
  },
};
