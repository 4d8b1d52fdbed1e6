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

/** Faults of one line; more tell little that is new, and most of them the same. */
const MAX_A_LINE = 4;
/** Operators whose edits people make by mistake. */
const planters = operators.filter(({ isRepairOnly }) => isRepairOnly !== true);

/**
 * Mutants of the functions around the lines, by the operators that the search brain repairs with: of each line the
 * likeliest mistakes, and of all of them at most `max`. The seed chooses, and chooses the same fault on both sides of a
 * change where both have it. Pure.
 */
export function chooseMutants(
  sites: readonly MutationSite[],
  { seed, max }: { readonly seed: number; readonly max: number },
): MutantChoice {
  const found = sites.flatMap((site) => thinOut(findFaults(site, seed)));
  const ranked = found.toSorted((a, b) => (`${a.rank}${a.key}` < `${b.rank}${b.key}` ? -1 : 1));
  const mutants = ranked.slice(0, max).map(buildMutant);
  return { mutants, found: found.length };
}

type Fault = {
  /** Faults with the same key give the same text. */
  readonly key: string;
  /** In the order of the seed, the same on both sides of a change. */
  readonly rank: string;
  readonly source: Source;
  readonly edit: OperatorEdit;
  readonly statement: Statement;
};

function findFaults({ source, ranges }: MutationSite, seed: number): readonly Fault[] {
  const found = new Map<string, Fault>();
  const isSought = ranges === null ? undefined : (node: SyntaxNode) => isWithinChange(node, ranges);
  const statements = mapStatements(source);
  for (const edit of applyOperators(source, planters, isSought)) {
    // What moves a docstring or a comment plants nothing.
    const statement = statements.get(edit.node.line);
    if (statement === undefined) continue;
    const key = `${source.path} ${textEditKey(source.text, edit)}`;
    const known = found.get(key);
    // Two operators may give the same text: the likelier mistake tells what it is.
    if (known !== undefined && findLikelihood(known.edit) >= findLikelihood(edit)) continue;
    const text = source.text.slice(edit.start, edit.end);
    const rank = digest(`${seed} ${source.path} ${edit.operator.name} ${text} ${edit.replacement}`);
    found.set(key, { key, rank, source, edit, statement });
  }
  return [...found.values()];
}

/** The innermost statement of each line that has code. */
function mapStatements(source: Source): ReadonlyMap<number, Statement> {
  const lines = source.text.split("\n").map((_, at) => at + 1);
  const found = findStatements(source, lines).toSorted((a, b) => b.to - b.from - (a.to - a.from));
  return new Map(
    found.flatMap((one) => lines.slice(one.from - 1, one.to).map((line) => [line, one] as const)),
  );
}

/** The likeliest faults of each line, one an operator. */
function thinOut(faults: readonly Fault[]): readonly Fault[] {
  return [...Map.groupBy(faults, ({ edit }) => edit.node.line).values()].flatMap((line) => {
    const likely = line.toSorted(
      (a, b) => findLikelihood(b.edit) - findLikelihood(a.edit) || (a.rank < b.rank ? -1 : 1),
    );
    const first = new Map(likely.toReversed().map((fault) => [fault.edit.operator.name, fault]));
    return likely.filter((fault) => first.get(fault.edit.operator.name) === fault).slice(0, MAX_A_LINE);
  });
}

/** A tree's edits with a mutant in it. Pure. */
export function mutate(edits: readonly FileEdit[], { path, content }: Mutant): readonly FileEdit[] {
  const mode = edits.find((edit) => edit.path === path)?.mode ?? "100644";
  return [...edits.filter((edit) => edit.path !== path), { path, mode, content }];
}

function buildMutant({ source, edit, statement }: Fault): Mutant {
  const { text, path } = source;
  const content = applyTextEdit(text, edit);
  const first = text.lastIndexOf("\n", edit.start - 1) + 1;
  return {
    ...{ path, content, statement, summary: edit.summary, operator: edit.operator.name },
    line: text.slice(0, edit.start).split("\n").length,
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
