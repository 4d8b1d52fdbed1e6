import type { SyntaxNode } from "../../../syntax/syntax-node.ts";
import type { Meaning } from "./meaning.ts";

/** Expressions inside each other; nobody writes so many by hand. */
const MAX_DEPTH = 1_000;
/** Steps for one file; ordinary files take a few for each expression. */
const MAX_STEPS = 1_000_000;

/**
 * An evaluation that remembers each expression and ends on names that refer to themselves. Throws where code is too
 * entangled to be followed: what cannot be read must not be taken for harmless.
 */
export function createMemory(
  evaluateNode: (node: SyntaxNode) => readonly Meaning[],
  limit: (found: readonly Meaning[]) => readonly Meaning[],
): (node: SyntaxNode) => readonly Meaning[] {
  const known = new Map<SyntaxNode, readonly Meaning[]>();
  const open = new Set<SyntaxNode>();
  let steps = 0;
  let cuts = 0;
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    if (open.has(node)) {
      cuts += 1;
      return [];
    }
    steps += 1;
    if (open.size > MAX_DEPTH || steps > MAX_STEPS)
      throw new Error(`line ${node.line} is too entangled to be followed`);
    const cutsBefore = cuts;
    open.add(node);
    const found = limit(evaluateNode(node));
    open.delete(node);
    // What a cycle cut short is only complete for the expression that it started from.
    if (cuts === cutsBefore || open.size === 0) known.set(node, found);
    return found;
  };
}
