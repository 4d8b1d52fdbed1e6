/**
 * A node of a syntax tree as plain data: the parser's own tree lives in WebAssembly memory and is freed as soon as
 * it is copied. Types and field names are those of the tree-sitter grammars.
 */
export type SyntaxNode = {
  readonly type: string;
  /** False for keywords and punctuation. */
  readonly isNamed: boolean;
  /** The parent's name for this child, such as `left`; null where the grammar gives none. */
  readonly field: string | null;
  /** Offsets in UTF-16 units, as `String.prototype.slice` takes them. */
  readonly start: number;
  readonly end: number;
  /** 1-based line of `start`. */
  readonly line: number;
  /** 1-based line of `end`. */
  readonly endLine: number;
  readonly parent: SyntaxNode | null;
  readonly children: readonly SyntaxNode[];
};

/** The first child that the grammar calls `field`, or null. */
export function childOf(node: SyntaxNode, field: string): SyntaxNode | null {
  return node.children.find((child) => child.field === field) ?? null;
}

/** The children without keywords, punctuation and comments. */
export function namedChildrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter((child) => child.isNamed && child.type !== "comment");
}

/** The node and everything beneath it, parents first, in source order; a pruned node is left out with all it holds. */
export function* walkTree(
  node: SyntaxNode,
  isPruned: (node: SyntaxNode) => boolean = () => false,
): Generator<SyntaxNode, void, void> {
  const left = [node];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (isPruned(at)) continue;
    yield at;
    for (let child = at.children.length - 1; child >= 0; child -= 1) {
      const next = at.children[child];
      if (next !== undefined) left.push(next);
    }
  }
}

/** The nearest node above that has one of the types, or null. */
export function enclosing(node: SyntaxNode, types: ReadonlySet<string>): SyntaxNode | null {
  for (let above = node.parent; above !== null; above = above.parent) if (types.has(above.type)) return above;
  return null;
}

/** Whether `inner` is `outer` or beneath it, by their places in the same text. */
export function isWithin(inner: SyntaxNode, outer: SyntaxNode): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
