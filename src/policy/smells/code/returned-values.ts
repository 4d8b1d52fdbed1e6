import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code-facts.ts";

/** What a function can return; for an expression, the expression itself. Functions inside are left out. Pure. */
export function returnsOf(node: SyntaxNode): readonly SyntaxNode[] {
  const body = childOf(node, "body");
  if (!/function|method|lambda/.test(node.type)) return [node];
  if (body === null) return [];
  if (!/block/.test(body.type)) return [body];
  const results: SyntaxNode[] = [];
  for (const inner of walkTree(body, ({ type }) => /function|method_definition|class|lambda/.test(type)))
    if (inner.type === "return_statement") results.push(...namedChildrenOf(inner).slice(0, 1));
  return results;
}

/** Whether a function, or an expression in its place, gives the same value whatever it is asked. Pure. */
export function returnsConstant(facts: CodeFacts, node: SyntaxNode): boolean {
  const results = returnsOf(node);
  return results.length > 0 && results.every((result) => isConstant(facts, result));
}

function isConstant(facts: CodeFacts, node: SyntaxNode): boolean {
  const text = facts.source.text.slice(node.start, node.end);
  if (/^(NaN|Infinity|undefined|!0|!1)$/.test(text)) return true;
  return facts.foldValue(node) !== undefined;
}
