import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isCondition } from "../is-condition.ts";
import type { Operator } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";

const positions = /^(?:indexOf|lastIndexOf|findIndex|findLastIndex|search|find|rfind|localeCompare)$/;

/** Mends a position that is taken for true or false: `if (s.indexOf(x))`, `> 0` where 0 is found too, `-1` for nothing. */
export const positionCheck: Operator = {
  name: "position-check",
  version: 1,
  prior: 0.6,
  languages,
  *find(node, { source }) {
    const negated = /^(?:unary_expression|not_operator)$/.test(node.type) ? childOf(node, "argument") : null;
    const binary = readBinary(node, source);
    const isCompared =
      binary !== null &&
      /^(?:[<>]=?|[!=]==?)$/.test(binary.sign) &&
      /^-?[01]$/.test(textOf(binary.right, source));
    const subject = negated ?? (isCompared ? binary.left : node);
    if (!isPosition(subject, source)) return;
    const isBare = subject === node;
    if (isBare && (!isCondition(node, source) || isNegation(node))) return;
    if (negated !== null && node.type === "unary_expression" && !textOf(node, source).startsWith("!")) return;
    const text = textOf(subject, source);
    for (const [code, weight] of [
      [`${text} !== -1`, 1],
      [`${text} >= 0`, 0.9],
      [`${text} === -1`, 0.9],
      [`${text} > 0`, 0.4],
      [`${text} === 0`, 0.5],
    ] as const) {
      const fitting = source.language === "python" ? code.replace(/([!=])==/, "$1=") : code;
      yield replaceNode(node, fitting, source, { weight });
    }
  },
};

const isNegation = ({ parent }: SyntaxNode) =>
  parent !== null && /^(?:unary_expression|not_operator)$/.test(parent.type);

/** Python's `find` gives a position, JavaScript's an element. */
function isPosition(node: SyntaxNode, source: Source): boolean {
  const call = readCall(node, source);
  if (call === null || call.object === null || !positions.test(call.name)) return false;
  return (source.language === "python") === /^r?find$/.test(call.name);
}
