import type { FileEdit } from "../../domain/candidate.ts";
import { digest } from "../../domain/digest.ts";
import { applyOperators } from "../../operators/apply-operators.ts";
import { operators } from "../../operators/registry.ts";
import { functionTypes } from "../../operators/scope-types.ts";
import { applyTextEdit, textEditKey } from "../../operators/text-edit.ts";
import type { Source } from "../../syntax/source.ts";
import { enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Statement } from "./find-statements.ts";

/** A file with one small fault in it. */
export type Mutant = {
  readonly path: string;
  readonly content: string;
  /** What the fault is, on one line. */
  readonly summary: string;
};

/** A file, and the lines whose functions are to be mutated. */
export type MutationSite = {
  readonly source: Source;
  readonly ranges: readonly Pick<Statement, "from" | "to">[];
};

/**
 * Mutants of the functions around the lines, by the operators that the search brain repairs with, at most `max` of
 * them. The seed chooses, and chooses the same fault on both sides of a change where both have it. Pure.
 */
export function chooseMutants(
  sites: readonly MutationSite[],
  { seed, max }: { readonly seed: number; readonly max: number },
): readonly Mutant[] {
  const found = new Map<string, { readonly rank: string; readonly mutant: Mutant }>();
  for (const { source, ranges } of sites) {
    for (const edit of applyOperators(source, operators, (node) => isWithinChange(node, ranges))) {
      const key = `${source.path} ${textEditKey(source.text, edit)}`;
      const text = source.text.slice(edit.start, edit.end);
      const rank = digest(`${seed} ${source.path} ${edit.operator.name} ${text} ${edit.replacement}`);
      const content = applyTextEdit(source.text, edit);
      found.set(key, { rank, mutant: { path: source.path, content, summary: edit.summary } });
    }
  }
  const ranked = [...found].toSorted(([a, x], [b, y]) => (`${x.rank}${a}` < `${y.rank}${b}` ? -1 : 1));
  return ranked.slice(0, max).map(([, { mutant }]) => mutant);
}

/** A tree's edits with a mutant in it. Pure. */
export function mutate(edits: readonly FileEdit[], { path, content }: Mutant): readonly FileEdit[] {
  const mode = edits.find((edit) => edit.path === path)?.mode ?? "100644";
  return [...edits.filter((edit) => edit.path !== path), { path, mode, content }];
}

/** Whether a node is in the innermost function that holds one of the lines; lines of no function count by themselves. */
function isWithinChange(node: SyntaxNode, ranges: readonly Pick<Statement, "from" | "to">[]): boolean {
  const around = functionTypes.has(node.type) ? node : enclosing(node, functionTypes);
  const [from, to] = around === null ? [node.line, node.endLine] : [around.line, around.endLine];
  return ranges.some((range) => range.from <= to && from <= range.to);
}
