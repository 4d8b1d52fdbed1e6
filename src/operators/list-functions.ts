import { type Source, textOf } from "../syntax/source.ts";
import { childOf, type SyntaxNode, walkTree } from "../syntax/syntax-node.ts";
import { functionTypes } from "./scope-types.ts";

/** A function that has a name. What is nested in it without one belongs to it. */
export type NamedFunction = {
  /** Names of what encloses it and its own, joined by "."; a second one of the same name ends in "#2". */
  readonly name: string;
  readonly node: SyntaxNode;
  readonly text: string;
};

const holders: ReadonlySet<string> = new Set(["class_declaration", "class_definition", "class"]);

/** All functions and methods of a file that have a name, in source order. Pure. */
export function listFunctions(source: Source): readonly NamedFunction[] {
  const counts = new Map<string, number>();
  return [...walkTree(source.root)].flatMap((node) => {
    const own = functionTypes.has(node.type) ? nameOf(node, source) : null;
    if (own === null) return [];
    const path = [...enclosingNames(node, source), own].join(".");
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    return [{ name: count === 1 ? path : `${path}#${count}`, node, text: textOf(node, source) }];
  });
}

/** Its own name, or that of the variable, property or field that it is the value of. */
function nameOf(node: SyntaxNode, source: Source): string | null {
  const own = childOf(node, "name");
  if (own !== null) return textOf(own, source);
  const { parent } = node;
  if (parent === null || (node.field !== "value" && node.field !== "right")) return null;
  const target =
    childOf(parent, "name") ??
    childOf(parent, "key") ??
    childOf(parent, "left") ??
    childOf(parent, "property");
  return target === null ? null : textOf(target, source);
}

function enclosingNames(node: SyntaxNode, source: Source): readonly string[] {
  const names: string[] = [];
  for (let above = node.parent; above !== null; above = above.parent) {
    if (!holders.has(above.type) && !functionTypes.has(above.type)) continue;
    const name = nameOf(above, source);
    if (name !== null) names.unshift(name);
  }
  return names;
}
