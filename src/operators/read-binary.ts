import { type Source, textOf } from "../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../syntax/syntax-node.ts";

/** An operation with two operands. */
export type Binary = {
  readonly left: SyntaxNode;
  readonly right: SyntaxNode;
  /** The operator's node. */
  readonly operator: SyntaxNode;
  /** Its text, with single spaces: `not in`. */
  readonly sign: string;
};

const withFields = new Set(["binary_expression", "binary_operator", "boolean_operator"]);

/** Takes an operation apart; null for other nodes and for Python's chains of comparisons. */
export function readBinary(node: SyntaxNode, source: Source): Binary | null {
  if (withFields.has(node.type)) {
    const [left, right] = [childOf(node, "left"), childOf(node, "right")];
    const operator = childOf(node, "operator");
    if (left === null || right === null || operator === null) return null;
    return { left, right, operator, sign: textOf(operator, source) };
  }
  if (node.type !== "comparison_operator") return null;
  const [left, right, ...others] = namedChildrenOf(node);
  if (left === undefined || right === undefined || others.length > 0) return null;
  const operator = node.children.find((child) => !child.isNamed && child.start >= left.end);
  if (operator === undefined) return null;
  return { left, right, operator, sign: textOf(operator, source).replace(/\s+/g, " ") };
}
