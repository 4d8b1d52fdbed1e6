import type { Source } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { CalleeLink } from "./read-callee.ts";
import { renderCanonical } from "./render-canonical.ts";

/** Options that a runner takes as markers of a test; `find-markers` counts them. */
const markers = new Set(["skip", "todo", "only", "fails", "expectFailure"]);
/** Options that say how long, how often or how exactly. */
const limitNames = new Set(["timeout", "retry", "retries", "repeats", "slow"]);

/**
 * The options of a test: its limits, and the rendering of all others. Markers are left out. A number in place of options
 * is a timeout, as Jest, Vitest and Mocha take it. Pure.
 */
export function readOptions(
  nodes: readonly SyntaxNode[],
  chained: readonly CalleeLink[],
  source: Source,
): { readonly limits: ReadonlyMap<string, string>; readonly rest: readonly string[] } {
  const limits = new Map<string, string>();
  const rest: string[] = [];
  for (const { name, call } of chained) {
    const given = call === null ? null : childOf(call, "arguments");
    limits.set(
      name,
      given === null
        ? ""
        : namedChildrenOf(given)
            .map((one) => renderCanonical(one, source))
            .join(" "),
    );
  }
  for (const node of nodes) {
    if (node.type === "number") limits.set("timeout", renderCanonical(node, source));
    else if (node.type === "object") rest.push(...readObject(node, limits, source));
    else rest.push(renderCanonical(node, source));
  }
  return { limits, rest };
}

function readObject(node: SyntaxNode, limits: Map<string, string>, source: Source): readonly string[] {
  return namedChildrenOf(node).flatMap((property) => {
    const [key, value] = [childOf(property, "key"), childOf(property, "value")];
    const name = key === null ? "" : renderCanonical(key, source).replace(/^"|"$/g, "");
    if (markers.has(name)) return [];
    if (value === null || !limitNames.has(name)) return [renderCanonical(property, source)];
    limits.set(name, renderCanonical(value, source));
    return [];
  });
}
