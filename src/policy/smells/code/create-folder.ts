import type { SyntaxNode } from "../../../syntax/syntax-node.ts";
import type { KnownValue } from "./code-facts.ts";

/** Parts inside each other; what is deeper is unknown. */
const MAX_DEPTH = 400;
/** A text that grows beyond this is data. */
const MAX_LENGTH = 20_000;

/** Says which value a part of an expression spells out, or undefined. */
export type Fold = (node: SyntaxNode | null | undefined) => KnownValue | undefined;

/**
 * A function that says which value an expression spells out, by `foldNode`, which knows the language and asks `next`
 * for the parts. Each node is folded once; one that leads back to itself, and one too deep or too long, is unknown.
 */
export function createFolder(
  foldNode: (node: SyntaxNode, next: Fold) => KnownValue | undefined,
): (node: SyntaxNode) => KnownValue | undefined {
  const known = new Map<SyntaxNode, KnownValue | undefined>();
  const fold = (node: SyntaxNode | null | undefined, depth: number): KnownValue | undefined => {
    if (node === null || node === undefined || depth > MAX_DEPTH) return undefined;
    if (known.has(node)) return known.get(node);
    known.set(node, undefined);
    const value = foldNode(node, (child) => fold(child, depth + 1));
    const isLong = typeof value === "string" && value.length > MAX_LENGTH;
    if (isLong) return undefined;
    known.set(node, value);
    return value;
  };
  return (node) => fold(node, 0);
}
