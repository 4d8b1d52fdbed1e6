import { textOf } from "../../syntax/source.ts";
import { type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { OperatorContext } from "../operator.ts";
import { rememberInContext } from "./remember-in-context.ts";

const namesIn = rememberInContext(findNames);

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
  const here = names.inScope(node);
  const { inner, used } = namesIn(origin, { source, names });
  const replaced = new Map<string, string>();
  let likeness = 1;
  for (const name of used) {
    // The same name of another function is most likely meant alike.
    if (inner.has(name) || here.some((declaration) => declaration.name === name)) continue;
    const [best] = here
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

/** Local names that the code reads, and those that it declares itself. */
function findNames(
  origin: SyntaxNode,
  { source, names }: OperatorContext,
): { readonly inner: ReadonlySet<string>; readonly used: ReadonlySet<string> } {
  const declared = new Set(names.inScope(origin).map(({ name }) => name));
  const inner = new Set<string>();
  const used = new Set<string>();
  for (const part of walkTree(origin)) {
    if (part.type !== "identifier" || part.field === "property" || part.field === "attribute") continue;
    const name = textOf(part, source);
    const found = names.inScope(part).find((declaration) => declaration.name === name);
    const isInner = found !== undefined && found.node.start >= origin.start && found.node.end <= origin.end;
    if (isInner) inner.add(name);
    else if (declared.has(name)) used.add(name);
  }
  return { inner, used };
}
