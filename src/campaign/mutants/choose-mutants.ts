import type { FileEdit } from "../../domain/candidate.ts";
import { digest } from "../../domain/digest.ts";
import { applyOperators, type OperatorEdit } from "../../operators/apply-operators.ts";
import { operators } from "../../operators/registry.ts";
import { functionTypes } from "../../operators/scope-types.ts";
import { applyTextEdit, textEditKey } from "../../operators/text-edit.ts";
import type { Source } from "../../syntax/source.ts";
import { enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { findStatements, type Statement } from "../strength/find-statements.ts";
import type { Mutant } from "./mutant.ts";

/** A file, and the lines whose functions are to be mutated; null: all of it. */
export type MutationSite = {
  readonly source: Source;
  readonly ranges: readonly Pick<Statement, "from" | "to">[] | null;
};

/** What was chosen, and of how many. */
export type MutantChoice = { readonly mutants: readonly Mutant[]; readonly found: number };

/** Operators whose edits people make by mistake. */
const planters = operators.filter(({ isRepairOnly }) => isRepairOnly !== true);

/**
 * Mutants of the functions around the lines, by the operators that the search brain repairs with, at most `max` of
 * them. The seed chooses, and chooses the same fault on both sides of a change where both have it. Pure.
 */
export function chooseMutants(
  sites: readonly MutationSite[],
  { seed, max }: { readonly seed: number; readonly max: number },
): MutantChoice {
  const found = new Map<
    string,
    { readonly rank: string; readonly source: Source; readonly edit: OperatorEdit }
  >();
  for (const { source, ranges } of sites) {
    const isSought = ranges === null ? undefined : (node: SyntaxNode) => isWithinChange(node, ranges);
    for (const edit of applyOperators(source, planters, isSought)) {
      const key = `${source.path} ${textEditKey(source.text, edit)}`;
      const text = source.text.slice(edit.start, edit.end);
      const rank = digest(`${seed} ${source.path} ${edit.operator.name} ${text} ${edit.replacement}`);
      const known = found.get(key);
      // Two operators may give the same text: the likelier mistake tells what it is.
      const isLikelier = known !== undefined && findLikelihood(known.edit) >= findLikelihood(edit);
      found.set(key, isLikelier ? { ...known, rank } : { rank, source, edit });
    }
  }
  const ranked = [...found].toSorted(([a, x], [b, y]) => (`${x.rank}${a}` < `${y.rank}${b}` ? -1 : 1));
  const mutants = ranked.slice(0, max).map(([, { source, edit }]) => buildMutant(source, edit));
  return { mutants, found: found.size };
}

/** A tree's edits with a mutant in it. Pure. */
export function mutate(edits: readonly FileEdit[], { path, content }: Mutant): readonly FileEdit[] {
  const mode = edits.find((edit) => edit.path === path)?.mode ?? "100644";
  return [...edits.filter((edit) => edit.path !== path), { path, mode, content }];
}

function buildMutant(source: Source, edit: OperatorEdit): Mutant {
  const { text, path } = source;
  const content = applyTextEdit(text, edit);
  const first = text.lastIndexOf("\n", edit.start - 1) + 1;
  const line = text.slice(0, edit.start).split("\n").length;
  const [statement = null] = findStatements(source, [line]).toSorted(
    (a, b) => a.to - a.from - (b.to - b.from),
  );
  return {
    ...{ path, content, line, statement, summary: edit.summary, operator: edit.operator.name },
    before: readLines(text, first, edit.end),
    after: readLines(content, first, edit.start + edit.replacement.length),
    likelihood: findLikelihood(edit),
  };
}

/** Whole lines from an offset that starts one to the end of the one that holds another; lines that are blank say nothing. */
function readLines(text: string, from: number, to: number): readonly string[] {
  const end = text.indexOf("\n", Math.max(from, to));
  const lines = text.slice(from, end === -1 ? undefined : end).split(/\r?\n/);
  return lines.map((line) => line.replace(/\r$/, "")).filter((line) => line.trim() !== "");
}

function findLikelihood({ operator, weight }: OperatorEdit): number {
  return operator.prior * weight;
}

/** Whether a node is in the innermost function that holds one of the lines; lines of no function count by themselves. */
function isWithinChange(node: SyntaxNode, ranges: readonly Pick<Statement, "from" | "to">[]): boolean {
  const around = functionTypes.has(node.type) ? node : enclosing(node, functionTypes);
  const [from, to] = around === null ? [node.line, node.endLine] : [around.line, around.endLine];
  return ranges.some((range) => range.from <= to && from <= range.to);
}
