import { checkId } from "../../../domain/gate.ts";
import type { WarmCheck, WarmOpenInput } from "./warm-session.ts";

/**
 * The first difference between what the base does in a warm session and what it did in the gate's own run, in a clause;
 * null where there is none. Checks that the base fails or that were set aside elsewhere than in the item say nothing. Pure.
 */
export function compareBase(
  checks: readonly WarmCheck[],
  {
    item,
    passingChecks,
    knownFailures,
  }: Pick<WarmOpenInput["task"], "item" | "passingChecks" | "knownFailures">,
): string | null {
  const statuses = new Map(checks.map((check) => [checkId(check), check.status]));
  const passing = new Set(passingChecks.map(checkId));
  for (const target of item.targets)
    if (!passing.has(target) && statuses.get(target) !== "failed")
      return `${target} ${describe(statuses.get(target))} in it, and fails in the gate`;
  for (const check of passingChecks) {
    const status = statuses.get(checkId(check));
    if (status !== "passed") return `${checkId(check)} ${describe(status)} in it, and passes in the gate`;
  }
  const targets = new Set(item.targets);
  // What such a file did before it ended was lost, or some of it.
  const isBroken = ({ file }: WarmCheck) => knownFailures.has(checkId({ file, suite: "", name: "(file)" }));
  const stranger = checks.find((check) => {
    const id = checkId(check);
    if (isBroken(check)) return false;
    return check.status !== "skipped" && !passing.has(id) && !targets.has(id) && !knownFailures.has(id);
  });
  return stranger === undefined ? null : `the gate knows no ${checkId(stranger)}`;
}

function describe(status: WarmCheck["status"] | undefined): string {
  if (status === undefined) return "is missing";
  return status === "failed" ? "fails" : status === "passed" ? "passes" : "is skipped";
}
