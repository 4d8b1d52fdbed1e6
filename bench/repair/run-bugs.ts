import { openRepairBench } from "../../tests/corpora/repair/repair-bench.ts";
import { type BugOutcome, runBug } from "../../tests/corpora/repair/run-bug.ts";
import type { ChosenBug } from "./choose-bugs.ts";

/** An outcome with what it is counted by. */
export type CountedOutcome = BugOutcome & ChosenBug;

/** Runs bugs, `width` of them side by side, each in a repository of its worker; outcomes come in the order of the bugs. */
export async function runBugs(
  chosen: readonly ChosenBug[],
  {
    width,
    onOutcome,
    ...bounds
  }: {
    readonly seed: number;
    readonly width: number;
    /** Of each bug; default: as configuration has it. */
    readonly maxCandidates?: number;
    onOutcome(outcome: CountedOutcome): void;
  },
): Promise<readonly CountedOutcome[]> {
  const runners = [...new Set(chosen.map(({ module }) => module.runner))];
  const outcomes: CountedOutcome[] = [];
  let next = 0;
  const work = async () => {
    await using bench = await openRepairBench(runners);
    for (let at = next++; at < chosen.length; at = next++) {
      const one = chosen[at] as ChosenBug;
      const outcome = { ...(await runBug({ ...one, ...bounds }, bench)), ...one };
      outcomes[at] = outcome;
      onOutcome(outcome);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, chosen.length) }, work));
  return outcomes;
}
