import { checkId, type GateResult } from "../../domain/gate.ts";

/** What the tests made of a mutant. `undecided`: they gave no evidence, neither that they pass nor that they fail. */
export type MutantEnd = "killed" | "survived" | "undecided";

/**
 * Reads the runs of the item's test files on one mutant. `expected` are the ids of tests that passed without the fault.
 * Only a run that gave evidence kills, by a test of it that passes no more; a time-out, a crash or a missing report may
 * be the machine's doing as well as the fault's, and is neither. Pure.
 */
export function readMutantRun(
  runs: readonly { readonly file: string; readonly result: GateResult }[],
  expected: readonly { readonly file: string; readonly id: string }[],
): MutantEnd {
  const decided = runs.filter(({ result }) => result.status !== "error" && hasEnded(result));
  const passing = new Set(
    decided.flatMap(({ result }) => result.checks.filter(({ status }) => status === "passed").map(checkId)),
  );
  const isKilled = decided.some(({ file }) =>
    expected.some((check) => check.file === file && !passing.has(check.id)),
  );
  if (isKilled) return "killed";
  return decided.length === runs.length ? "survived" : "undecided";
}

/** A gate shows a file that took more than its share of the time as a failing check, and no exit code. */
function hasEnded({ exitCode }: GateResult): boolean {
  return exitCode !== null && exitCode >= 0;
}
