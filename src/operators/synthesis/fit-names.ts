import { textOf } from "../../syntax/source.ts";
import { type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { OperatorContext } from "../operator.ts";

/** Code from elsewhere as it would read here, and how much of it was here already: 1 for all, less for each name replaced. */
export type Fitted = { readonly text: string; readonly likeness: number };

/**
 * The code of a node as it would read at another: local names that mean nothing there are replaced by the parameters and
 * variables there that are most alike. Null where there is none to take. Pure.
 */
export function fitNames(
  origin: SyntaxNode,
  text: string,
  node: SyntaxNode,
  { source, names }: OperatorContext,
): Fitted | null {
  const here = new Map(names.inScope(node).map((declaration) => [declaration.name, declaration]));
  const there = new Map(names.inScope(origin).map((declaration) => [declaration.name, declaration]));
  const inner = new Set<string>();
  const used = new Set<string>();
  for (const part of walkTree(origin)) {
    if (part.type !== "identifier" || part.field === "property" || part.field === "attribute") continue;
    const name = textOf(part, source);
    const declared = names.inScope(part).find((declaration) => declaration.name === name);
    const isInner =
      declared !== undefined && declared.node.start >= origin.start && declared.node.end <= origin.end;
    (isInner ? inner : used).add(name);
  }
  const replaced = new Map<string, string>();
  let likeness = 1;
  for (const name of used) {
    const declared = there.get(name);
    const own = here.get(name);
    // The same name of another function is most likely meant alike.
    if (declared === undefined || own !== undefined || inner.has(name)) continue;
    const [best] = [...here.values()]
      .filter(({ kind }) => kind === "parameter" || kind === "variable")
      .map((declaration) => ({ name: declaration.name, score: names.similarity(declaration.name, name) }))
      .toSorted((a, b) => b.score - a.score);
    if (best === undefined) return null;
    replaced.set(name, best.name);
    likeness *= 0.4 + 0.5 * best.score;
  }
  if (replaced.size === 0) return { text, likeness };
  const fitted = text.replace(/(?<![.\w$"'])[A-Za-z_$][\w$]*(?!["'])/g, (name) =>
    inner.has(name) ? name : (replaced.get(name) ?? name),
  );
  return { text: fitted, likeness };
}
