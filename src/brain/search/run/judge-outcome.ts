import { checkId } from "../../../domain/gate.ts";
import type { BrainTask } from "../../brain.ts";
import type { WarmCheck, WarmOutcome } from "../warm/warm-session.ts";
import type { CandidateResult } from "./candidate-runner.ts";

/** Compares what a candidate did in a warm session with what the base does there. Pure. */
export function judgeOutcome(
  outcome: WarmOutcome,
  base: readonly WarmCheck[],
  { item, knownFailures }: Pick<BrainTask, "item" | "knownFailures">,
): CandidateResult {
  if (outcome.status === "ended")
    return { verdict: "no-evidence", leftFailing: 0, progress: { mended: 0, broken: base.length, moved: 0 } };
  const after = new Map(outcome.checks.map((check) => [checkId(check), check]));
  const targets = base.filter((check) => item.targets.includes(checkId(check)));
  const mended = targets.filter((check) => after.get(checkId(check))?.status === "passed").length;
  const moved = targets.filter((check) => {
    const now = after.get(checkId(check));
    return now?.status === "failed" && now.message !== check.message;
  }).length;
  const isDone = outcome.status === "ran" && outcome.isComplete;
  const broken = base.filter((check) => {
    if (check.status !== "passed" || knownFailures.has(checkId(check))) return false;
    const now = after.get(checkId(check));
    // What an early end left out says nothing; what a whole run lacks is lost.
    return now === undefined ? isDone : now.status !== "passed";
  }).length;
  const leftFailing = outcome.checks.filter(
    ({ status, file }) => status === "failed" && item.files.includes(file),
  ).length;
  const progress = { mended, broken, moved };
  const result = (verdict: CandidateResult["verdict"]) => ({ verdict, leftFailing, progress });
  if (outcome.status === "out-of-fuel") return result("time-out");
  if (mended === 0) return result("still-failing");
  if (broken > 0) return result("breaks-others");
  return result(mended === item.targets.length && isDone ? "mends-all" : "mends-some");
}
