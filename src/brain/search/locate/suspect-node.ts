import type { SyntaxNode } from "../../../syntax/syntax-node.ts";
import type { FileSuspicion } from "./suspicion.ts";

/** How much a node is suspected: by its branch or line, or where tracers see only a statement's first line, that of its statement. Pure. */
export function suspectNode(node: SyntaxNode, { lines, rest, placeOf }: FileSuspicion): number {
  const own = lines.get(node.line);
  if (own !== undefined) return placeOf?.(node) ?? own;
  for (let above: SyntaxNode | null = node; above !== null; above = above.parent) {
    if (/block$|body$|^program$|^module$/.test(above.type)) break;
    const value = lines.get(above.line);
    if (value !== undefined) return value;
  }
  return rest;
}
