import { scriptLanguages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

/** Mends `i++` for `++i`, where the value before or after the step is used. */
export const stepOrder: Operator = {
  name: "step-order",
  version: 1,
  prior: 0.4,
  languages: scriptLanguages,
  *find(node, { source }) {
    if (node.type !== "update_expression") return;
    if (node.parent?.type === "expression_statement" || node.field === "increment") return;
    const [operator, argument] = [childOf(node, "operator"), childOf(node, "argument")];
    if (operator === null || argument === null) return;
    const [sign, target] = [textOf(operator, source), textOf(argument, source)];
    const isAhead = operator.start < argument.start;
    yield replaceNode(node, isAhead ? `${target}${sign}` : `${sign}${target}`, source);
  },
};
