import type { SyntaxNode } from "../syntax/syntax-node.ts";

/** A pure function of a node that works once for each node, for as long as its tree is used. */
export function rememberByNode<Extra extends readonly unknown[], Value>(
  compute: (node: SyntaxNode, ...extra: Extra) => Value,
): (node: SyntaxNode, ...extra: Extra) => Value {
  const known = new WeakMap<SyntaxNode, { readonly value: Value }>();
  return (node, ...extra) => {
    const entry = known.get(node) ?? { value: compute(node, ...extra) };
    known.set(node, entry);
    return entry.value;
  };
}
