import type { Source } from "../syntax/source.ts";
import { namedChildrenOf, type SyntaxNode } from "../syntax/syntax-node.ts";
import { readBinary } from "./read-binary.ts";

const conditioned = new Set([
  "if_statement",
  "elif_clause",
  "while_statement",
  "do_statement",
  "for_statement",
  "ternary_expression",
]);
const junctions = new Set(["&&", "||", "and", "or"]);

/** Whether only the truth of a node's value counts where it stands, by itself or as a part of a condition. */
export function isCondition(node: SyntaxNode, source: Source): boolean {
  const { parent, field } = node;
  if (parent === null) return false;
  if (field === "condition" && conditioned.has(parent.type)) return true;
  if (parent.type === "parenthesized_expression") return isCondition(parent, source);
  if (parent.type === "if_clause") return true;
  if (parent.type === "conditional_expression") return namedChildrenOf(parent)[1] === node;
  if (parent.type === "not_operator") return true;
  if (parent.type === "unary_expression") return parent.children[0]?.type === "!";
  const binary = readBinary(parent, source);
  return (
    binary !== null && junctions.has(binary.sign) && (binary.left === node || isCondition(parent, source))
  );
}
