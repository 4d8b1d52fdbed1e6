import { type Source, textOf } from "../syntax/source.ts";
import type { SyntaxNode } from "../syntax/syntax-node.ts";

/** What binds so tightly that it may stand beside any operator, and ahead of a dot. */
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
  "string",
  "template_string",
  "array",
  "list",
  "this",
  "null",
  "none",
]);
const numbers = new Set(["number", "integer", "float"]);

/** The node's text as an operand: in brackets unless it binds tightly. */
export function bracketOperand(node: SyntaxNode, source: Source): string {
  const text = textOf(node, source);
  return tight.has(node.type) || numbers.has(node.type) ? text : `(${text})`;
}

/** The node's text as something ahead of a dot or an index: a number needs brackets there too. */
export function bracketObject(node: SyntaxNode, source: Source): string {
  const text = textOf(node, source);
  return tight.has(node.type) ? text : `(${text})`;
}
