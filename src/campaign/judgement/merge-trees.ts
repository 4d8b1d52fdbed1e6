import type { GateJudgement } from "../../domain/judgement.ts";

/** Which of the base's tests' answers count for a candidate's own. */
type BaseTestsSay = {
  /** What they say no to stays a no. */
  readonly isNoHeard: boolean;
  /** Only what they show as fixed counts as fixed. */
  readonly isFixProvenByBase: boolean;
};

/** The judgement of a gate from both trees. */
export function mergeTrees(
  own: GateJudgement,
  withBaseTests: GateJudgement | undefined,
  { isNoHeard, isFixProvenByBase }: BaseTestsSay,
): GateJudgement {
  if (withBaseTests === undefined) return own;
  if (isNoHeard && withBaseTests.status !== "green" && own.status === "green") {
    return { ...withBaseTests, reason: `with the base's tests: ${withBaseTests.reason}` };
  }
  const proven = new Set(withBaseTests.fixed);
  const fixed = isFixProvenByBase ? own.fixed.filter((id) => proven.has(id)) : own.fixed;
  const durationMs = own.durationMs + withBaseTests.durationMs;
  return { ...own, fixed, durationMs };
}
