import { childOf, namedChildrenOf, type SyntaxNode } from "../../../syntax/syntax-node.ts";
import type { CodeFacts } from "../code/code-facts.ts";

/** Whether an expression is a value, or is put together from parts of which some are values. Pure. */
export function isLiteral(facts: CodeFacts, node: SyntaxNode): boolean {
  if (facts.foldValue(node) !== undefined) return true;
  if (/^(object|array|dictionary|list|tuple|set|new_expression|parenthesized_expression)$/.test(node.type))
    return true;
  return /^call/.test(node.type) && isSpelledOut(facts, node);
}

/** Whether nothing in a value comes from anywhere else. Pure. */
export function isSpelledOut(facts: CodeFacts, node: SyntaxNode): boolean {
  if (facts.foldValue(node) !== undefined) return true;
  if (/^call/.test(node.type)) {
    const callee = childOf(node, "function") ?? node;
    const given = namedChildrenOf(childOf(node, "arguments") ?? node);
    const isShown = /^(repr|str|tuple|list|set|sorted|json\.dumps|JSON\.stringify|String|Number)$/.test(
      facts.source.text.slice(callee.start, callee.end),
    );
    return isShown && given.length > 0 && given.every((part) => isSpelledOut(facts, part));
  }
  if (!/^(object|array|dictionary|list|tuple|set|expression_list)$/.test(node.type)) return false;
  return namedChildrenOf(node).every((part) => {
    const value = part.type === "pair" ? childOf(part, "value") : part;
    return value !== null && isSpelledOut(facts, value);
  });
}
