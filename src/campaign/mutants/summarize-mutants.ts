import type { MutationReport, TriedMutant } from "./mutation-report.ts";

/** How many mutants ended how, and what share of those that were decided the tests kill. */
export type MutationScore = Readonly<Record<TriedMutant["end"], number>> & {
  /** killed / (killed + survived), from 0 to 1; null where nothing was decided. */
  readonly score: number | null;
};

/** Counts ends. Mutants that do not load, do not end, give no evidence or are reached by no test say nothing of the score. Pure. */
export function summarizeMutants({ tried }: Pick<MutationReport, "tried">): MutationScore {
  const count = (end: TriedMutant["end"]) => tried.filter((one) => one.end === end).length;
  const [killed, survived] = [count("killed"), count("survived")];
  return {
    ...{ killed, survived, uncovered: count("uncovered"), unloadable: count("unloadable") },
    ...{ "timed-out": count("timed-out"), "no-evidence": count("no-evidence") },
    score: killed + survived === 0 ? null : killed / (killed + survived),
  };
}
