import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";

const conditioned = new Set([
  "if_statement",
  "elif_clause",
  "while_statement",
  "do_statement",
  "for_statement",
  "ternary_expression",
]);
const truths = /^(?:===|!==|==|!=|<|<=|>|>=|&&|\|\|)$/;

/**
 * The condition that a node holds, without brackets: of a branch, a loop, a choice between two values or a
 * comprehension, or a truth that is returned or given back by a callback; null where it holds none.
 */
export function findCondition(node: SyntaxNode, source: Source): SyntaxNode | null {
  if (conditioned.has(node.type)) return stripBrackets(childOf(node, "condition"));
  if (node.type === "conditional_expression") return namedChildrenOf(node)[1] ?? null;
  if (node.type === "if_clause") return namedChildrenOf(node)[0] ?? null;
  if (node.type === "return_statement") {
    const [value] = namedChildrenOf(node);
    return value !== undefined && isTruth(value, source) ? value : null;
  }
  if (node.type !== "arrow_function" && node.type !== "lambda") return null;
  const body = childOf(node, "body");
  return body !== null && isTruth(body, source) ? body : null;
}

function stripBrackets(condition: SyntaxNode | null): SyntaxNode | null {
  if (condition === null || !condition.isNamed || condition.type === "empty_statement") return null;
  return condition.type === "parenthesized_expression" ? (namedChildrenOf(condition)[0] ?? null) : condition;
}

function isTruth(node: SyntaxNode, source: Source): boolean {
  if (/^(?:comparison_operator|boolean_operator|not_operator)$/.test(node.type)) return true;
  const sign = childOf(node, "operator");
  if (sign === null) return false;
  return node.type === "binary_expression" ? truths.test(textOf(sign, source)) : textOf(sign, source) === "!";
}
