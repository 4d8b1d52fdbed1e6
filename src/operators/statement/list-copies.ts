import { type Source, textOf } from "../../syntax/source.ts";
import { enclosing, isWithin, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { OperatorContext } from "../operator.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { functionTypes } from "../scope-types.ts";
import { fitNames } from "../synthesis/fit-names.ts";
import { mirrorNames } from "../synthesis/mirror-names.ts";
import { rememberInContext } from "../synthesis/remember-in-context.ts";
import { shareOf } from "../synthesis/share-of.ts";
import { indentOf, linesOf } from "./layout.ts";
import { isListed, statementsIn } from "./place-statement.ts";

/** Statements tried in one place, the likeliest ones. */
const MAX_COPIES = 16;
/** Statements of a file that are looked at for one place. */
const MAX_SOURCES = 200;
const exits = /^(?:return|break|continue|throw|raise)_/;
const copied = /^(?:expression_statement|return_statement|if_statement|throw_statement|raise_statement)$/;
const copiesAt = rememberInContext(findCopies);
const wordsOf = rememberByNode(listWords);
const statementsOf = rememberByNode(listStatements);

/** Lines of a statement from elsewhere, as they would read here. */
export type Copy = { readonly lines: readonly string[]; readonly weight: number };

/** Small statements of the file, with names fitted to this node, the likeliest first; those of the same function before others. Pure. */
export function listCopies(node: SyntaxNode, context: OperatorContext): readonly Copy[] {
  return copiesAt(node, context);
}

function findCopies(node: SyntaxNode, context: OperatorContext): readonly Copy[] {
  const owner = enclosing(node, functionTypes);
  const { source } = context;
  const siblings = new Set(statementsIn(node.parent ?? node).map((sibling) => textOf(sibling, source)));
  const known = wordsOf(source.root, source);
  const copies = new Map<string, Copy>();
  for (const origin of statementsOf(source.root).slice(0, shareOf(MAX_SOURCES, node))) {
    const lines = linesOf(origin, source);
    const isOwn = enclosing(origin, functionTypes) === owner;
    if (
      lines === null ||
      lines.length > 3 ||
      (isWithin(node, origin) && node !== origin) ||
      (!isOwn && lines.length > 2)
    )
      continue;
    if (exits.test(origin.type) && !isOwn) continue;
    const fitted = fitNames(origin, lines.join("\n"), node, context);
    if (fitted === null) continue;
    const isGuard = origin.type === "if_statement";
    const isFar = indentOf(origin, source) !== indentOf(node, source);
    const base = isOwn ? (isFar ? 1 : 0.6) : isGuard ? 0.7 : 0.4;
    const weight = base * fitted.likeness * (exits.test(origin.type) ? 0.5 : 1);
    const add = (text: string, share: number) => {
      if (siblings.has(text) || (copies.get(text)?.weight ?? 0) >= weight * share) return;
      copies.set(text, { lines: text.split("\n"), weight: Math.min(1, weight * share) });
    };
    if (origin !== node) add(fitted.text, 1);
    if (isOwn && lines.length === 1) for (const text of mirrorNames(fitted.text, known)) add(text, 1.2);
  }
  return [...copies.values()].toSorted((a, b) => b.weight - a.weight).slice(0, MAX_COPIES);
}

/** What may be copied: no declarations, no docstrings, nothing that holds a function. */
function listStatements(root: SyntaxNode): readonly SyntaxNode[] {
  return [...walkTree(root)].filter(
    (node) =>
      copied.test(node.type) &&
      isListed(node) &&
      enclosing(node, functionTypes) !== null &&
      namedChildrenOf(node)[0]?.type !== "string" &&
      ![...walkTree(node)].some(({ type }) => functionTypes.has(type)),
  );
}

function listWords(_root: SyntaxNode, { text }: Source): ReadonlySet<string> {
  return new Set(text.match(/[A-Za-z_$][\w$]*/g) ?? []);
}
