import { enclosing, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { functionTypes } from "../scope-types.ts";

/** Statements of a function up to which every place gets all it could. */
const SMALL = 25;
const LEAST = 1 / 20;
const countIn = rememberByNode(countStatements);

/**
 * How much of `most` one place in a function gets: all of it in a small one, less in a large one, so that what could be
 * missing somewhere does not grow with the square of a function's size. Pure.
 */
export function shareOf(most: number, node: SyntaxNode): number {
  const owner = functionTypes.has(node.type) ? node : enclosing(node, functionTypes);
  const count = owner === null ? 1 : countIn(owner);
  return Math.ceil(most * Math.max(LEAST, Math.min(1, SMALL / count)));
}

function countStatements(owner: SyntaxNode): number {
  let count = 0;
  for (const { type } of walkTree(owner)) if (/_(?:statement|declaration)$/.test(type)) count += 1;
  return count;
}
