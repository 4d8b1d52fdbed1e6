import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const parents = new Set(["binary_expression", "binary_operator"]);
/** Where the order decides the result; comparisons are the comparison operator's work. */
const ordered = new Set(["-", "/", "%", "//", "**", "<<", ">>"]);

/** Mends operands that stand the wrong way round, `a - b` for `b - a`, and an operand too many. */
export const operandOrder: Operator = {
  name: "operand-order",
  version: 1,
  prior: 0.5,
  languages,
  *find(node, { source }) {
    if (!parents.has(node.type)) return;
    const left = childOf(node, "left");
    const right = childOf(node, "right");
    const operator = childOf(node, "operator");
    if (left === null || right === null || operator === null) return;
    const [first, last] = [textOf(left, source), textOf(right, source)];
    const sign = textOf(operator, source);
    if (ordered.has(sign)) {
      const between = source.text.slice(left.end, right.start);
      yield replaceNode(node, `${last}${between}${first}`, source, {
        summary: `swap the operands of ${sign}`,
      });
    }
    if (ordered.has(sign) || sign === "+" || sign === "*") {
      yield replaceNode(node, first, source, { weight: 0.3 });
      yield replaceNode(node, last, source, { weight: 0.2 });
    }
  },
};
