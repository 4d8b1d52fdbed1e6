import type { GateJudgement } from "../../domain/judgement.ts";

/**
 * The judgement of a gate from both trees. What the gate says no to on either of them stays a no. With
 * `isFixProvenByBase` only what the base's own tests show as fixed counts as fixed.
 */
export function mergeTrees(
  own: GateJudgement,
  withBaseTests: GateJudgement | undefined,
  { isFixProvenByBase }: { readonly isFixProvenByBase: boolean },
): GateJudgement {
  if (withBaseTests === undefined) return own;
  if (withBaseTests.status !== "green" && own.status === "green") {
    return { ...withBaseTests, reason: `with the base's tests: ${withBaseTests.reason}` };
  }
  const proven = new Set(withBaseTests.fixed);
  const fixed = isFixProvenByBase ? own.fixed.filter((id) => proven.has(id)) : own.fixed;
  const durationMs = own.durationMs + withBaseTests.durationMs;
  return { ...own, fixed, durationMs };
}
