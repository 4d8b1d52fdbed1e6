import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const conditioned = new Set([
  "if_statement",
  "elif_clause",
  "while_statement",
  "do_statement",
  "ternary_expression",
  "if_clause",
]);
/** What binds tighter than a negation, so that it needs no brackets. */
const tight = new Set([
  "identifier",
  "call_expression",
  "call",
  "member_expression",
  "attribute",
  "subscript",
  "subscript_expression",
  "parenthesized_expression",
  "true",
  "false",
]);
/** What may hold a number, and takes a minus without brackets. */
const numeric = new Set(["identifier", "call_expression", "call", "member_expression", "attribute"]);
const valued = new Set(["binary_expression", "boolean_operator", "comparison_operator", "unary_expression"]);

/** Mends a condition that is the wrong way round: adds a `!` or `not`, or takes one away; adds or drops a minus. */
export const negation: Operator = {
  name: "negation",
  version: 1,
  prior: 0.8,
  languages,
  *find(node, { source }) {
    const inner = findNegated(node, source);
    if (inner !== null) {
      yield replaceNode(node, textOf(inner, source), source, { weight: 1 });
      return;
    }
    if (isMinus(node, source)) {
      const operand = childOf(node, "argument");
      if (operand !== null) yield replaceNode(node, textOf(operand, source), source, { weight: 0.5 });
      return;
    }
    if (canBeNegative(node)) {
      yield replaceNode(node, `-${textOf(node, source)}`, source, { weight: 0.25 });
    }
    const weight = weighPlace(node, source);
    if (weight > 0) yield replaceNode(node, negate(node, source), source, { weight });
  },
};

function findNegated(node: SyntaxNode, source: Source): SyntaxNode | null {
  if (node.type === "not_operator") return childOf(node, "argument");
  if (node.type !== "unary_expression") return null;
  const sign = childOf(node, "operator");
  return sign !== null && textOf(sign, source) === "!" ? childOf(node, "argument") : null;
}

function isMinus(node: SyntaxNode, source: Source): boolean {
  if (node.type !== "unary_expression" && node.type !== "unary_operator") return false;
  const sign = childOf(node, "operator");
  return sign !== null && textOf(sign, source) === "-";
}

/** A call or name whose value is a result: a branch, a return or the value of a variable. */
function canBeNegative({ type, field, parent }: SyntaxNode): boolean {
  if (parent === null || !numeric.has(type)) return false;
  if (parent.type === "return_statement") return true;
  if (parent.type === "ternary_expression") return field !== "condition";
  if (parent.type === "conditional_expression") return true;
  return (
    (parent.type === "variable_declarator" && field === "value") ||
    (parent.type === "assignment" && field === "right")
  );
}

function weighPlace(node: SyntaxNode, source: Source): number {
  const parent = node.parent;
  if (parent === null || !node.isNamed) return 0;
  if (parent.type === "parenthesized_expression") {
    return parent.field === "condition" && conditioned.has(parent.parent?.type ?? "") ? 1 : 0;
  }
  if (node.type === "parenthesized_expression") return 0;
  if (node.field === "condition" && conditioned.has(parent.type)) return 1;
  if (parent.type === "if_clause") return 1;
  if (parent.type === "conditional_expression")
    return parent.children.filter((c) => c.isNamed)[1] === node ? 1 : 0;
  if (isJunction(parent, source)) return valued.has(node.type) || tight.has(node.type) ? 0.7 : 0;
  const isResult =
    parent.type === "return_statement" || parent.type === "arrow_function" || parent.type === "lambda";
  if (!isResult || parent.children.at(-1)?.type === "statement_block") return 0;
  if (valued.has(node.type) || node.type.startsWith("call")) return 0.6;
  return tight.has(node.type) && node.field !== "parameter" ? 0.4 : 0;
}

function isJunction(node: SyntaxNode, source: Source): boolean {
  if (node.type === "boolean_operator") return true;
  const sign = node.type === "binary_expression" ? childOf(node, "operator") : null;
  return sign !== null && ["&&", "||"].includes(textOf(sign, source));
}

function negate(node: SyntaxNode, source: Source): string {
  const text = textOf(node, source);
  const operand = tight.has(node.type) ? text : `(${text})`;
  return source.language === "python" ? `not ${operand}` : `!${operand}`;
}
