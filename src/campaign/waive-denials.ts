import type { Denial } from "../domain/denial.ts";
import { capabilityRuleId } from "../policy/capabilities/capability-rule-id.ts";
import type { PolicyVerdict } from "../policy/check-change-set.ts";
import type { PolicyRule } from "../policy/policy-rule.ts";

/** What policy says of a candidate, and the denials that count for nothing, since the campaign runs without safety. */
export type WaivedVerdict = { readonly verdict: PolicyVerdict; readonly waived: readonly Denial[] };

const neverWaived: ReadonlySet<PolicyRule["group"]> = new Set(["shape", "secrets"]);

/**
 * With `safety: "off"` a denial is recorded and refuses nothing, but where it is about what may be written at all: the
 * shape of the change, secrets in it, and who may do what. A rule that is not known refuses as ever. Pure.
 */
export function waiveDenials(
  verdict: PolicyVerdict,
  { safety, rules }: { readonly safety: "on" | "off"; readonly rules: readonly PolicyRule[] },
): WaivedVerdict {
  if (safety === "on" || verdict.status === "allowed") return { verdict, waived: [] };
  const { notes } = verdict;
  const mayWaive = new Set(
    rules.filter(({ id, group }) => !neverWaived.has(group) && id !== capabilityRuleId).map(({ id }) => id),
  );
  const [first, ...rest] = verdict.denials.filter(({ rule }) => !mayWaive.has(rule));
  const waived = verdict.denials.filter(({ rule }) => mayWaive.has(rule));
  return first === undefined
    ? { verdict: { status: "allowed", notes }, waived }
    : { verdict: { status: "denied", denials: [first, ...rest], notes }, waived };
}
