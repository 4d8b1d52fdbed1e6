import { checkId, type GateResult } from "../../domain/gate.ts";

/**
 * What tests made of a mutant. `killed`: a test that passed without the fault fails. `unloadable`: the file of tests
 * fails and none of its tests is there, as when the fault keeps it from being loaded. `timed-out` and `no-evidence`: a
 * run did not end in time, or gave none, and nothing killed it.
 */
export type MutantEnd = "killed" | "survived" | "unloadable" | "timed-out" | "no-evidence";

/** One test file's run on a mutant, or with the file "" the whole gate's. */
export type MutantRun = {
  readonly file: string;
  readonly result: GateResult;
  /** What it was given. */
  readonly timeoutMs: number;
};

/**
 * Reads the runs of test files on one mutant. `expected` are the ids of tests that passed without the fault. Only a run
 * that gave evidence kills, by a test of it that passes no more; a time-out, a crash or a missing report may be the
 * machine's doing as well as the fault's, and is neither. Pure.
 */
export function readMutantRun(
  runs: readonly MutantRun[],
  expected: readonly { readonly file: string; readonly id: string }[],
): MutantEnd {
  const decided = runs.filter(({ result }) => result.status !== "error" && hasEnded(result));
  const seen = new Map(
    decided.flatMap(({ result }) => result.checks.map((check) => [checkId(check), check.status] as const)),
  );
  const lost = expected.filter(
    ({ file, id }) => decided.some((run) => isOf(file, run)) && seen.get(id) !== "passed",
  );
  if (lost.some(({ id }) => seen.has(id))) return "killed";
  const isGone = decided.some((run) => {
    const own = expected.filter(({ file }) => isOf(file, run));
    return own.length > 0 && own.every(({ id }) => !seen.has(id));
  });
  if (lost.length > 0) return isGone ? "unloadable" : "killed";
  if (decided.length === runs.length) return "survived";
  return runs.some(isOutOfTime) ? "timed-out" : "no-evidence";
}

function isOf(file: string, run: MutantRun): boolean {
  return run.file === "" || run.file === file;
}

function isOutOfTime({ result, timeoutMs }: MutantRun): boolean {
  return result.durationMs >= timeoutMs || !hasEnded(result);
}

/** A gate shows a file that took more than its share of the time as a failing check, and no exit code. */
function hasEnded({ exitCode }: GateResult): boolean {
  return exitCode !== null && exitCode >= 0;
}
