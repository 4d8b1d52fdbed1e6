import type { SyntaxNode } from "../../../syntax/syntax-node.ts";
import type { Memory } from "./create-memory.ts";
import type { Meaning } from "./meaning.ts";

/**
 * An evaluation of expressions that starts a chain (`a.b().c()…`) at its beginning, so that a long one is not deep.
 * `innerOf` gives the expression that another begins with.
 */
export function createChainEvaluator(
  memory: Memory,
  {
    evaluateNode,
    innerOf,
  }: {
    readonly evaluateNode: (node: SyntaxNode) => readonly Meaning[];
    readonly innerOf: (node: SyntaxNode) => SyntaxNode | null;
  },
): (node: SyntaxNode) => readonly Meaning[] {
  const recall = (node: SyntaxNode) => memory.recall(node, () => evaluateNode(node));
  return (node) => {
    const chain: SyntaxNode[] = [];
    for (let at = memory.has(node) ? null : innerOf(node); at !== null && !memory.has(at); at = innerOf(at))
      chain.push(at);
    for (const inner of chain.reverse()) recall(inner);
    return recall(node);
  };
}
