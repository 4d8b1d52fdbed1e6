import type { Source } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { renderCallee } from "./read-callee.ts";
import { renderCanonical } from "./render-canonical.ts";
import type { CodeItem } from "./test-outline.ts";

/**
 * Whether a helper module only gives more away than before: `module.exports = { … }` with all that it held, and plain names
 * besides. Pure.
 */
export function isExportGrowth(
  { node: before }: CodeItem,
  { node: after }: CodeItem,
  { was, is }: { readonly was: Source; readonly is: Source },
): boolean {
  const [old, now] = [findExports(before, was), findExports(after, is)];
  if (old === null || now === null) return false;
  const rest = namedChildrenOf(now);
  const kept = namedChildrenOf(old).map((one) => renderCanonical(one, was));
  const added = rest.filter((one) => !kept.includes(renderCanonical(one, is)));
  return (
    rest.length - added.length === kept.length &&
    added.every(({ type }) => type === "shorthand_property_identifier")
  );
}

function findExports(statement: SyntaxNode, source: Source): SyntaxNode | null {
  const inner = statement.type === "expression_statement" ? namedChildrenOf(statement)[0] : undefined;
  if (inner?.type !== "assignment_expression") return null;
  const [left, right] = [childOf(inner, "left"), childOf(inner, "right")];
  return renderCallee(left, source) === "module.exports" && right?.type === "object" ? right : null;
}
