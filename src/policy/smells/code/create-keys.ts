import type { SyntaxNode } from "../../../syntax/syntax-node.ts";

/** Keys for what belongs to a node under a name: the same node and name give the same key. */
export type Keys = { of(node: SyntaxNode, name: string): object };

/** Keys for one file. */
export function createKeys(): Keys {
  const known = new Map<SyntaxNode, Map<string, object>>();
  return {
    of(node, name) {
      const names = known.get(node) ?? new Map<string, object>();
      known.set(node, names);
      const key = names.get(name) ?? {};
      names.set(name, key);
      return key;
    },
  };
}
