import type { Denial } from "../domain/denial.ts";
import { rememberParses } from "../syntax/remember-parses.ts";
import type { ChangeSet } from "./change-set.ts";
import type { PolicyContext, PolicyRule } from "./policy-rule.ts";

/** What the rules say of a change. Notes are for the reviewer. */
export type PolicyVerdict =
  | { readonly status: "allowed"; readonly notes: readonly Denial[] }
  | {
      readonly status: "denied";
      readonly denials: readonly [Denial, ...Denial[]];
      readonly notes: readonly Denial[];
    };

/**
 * Checks a change against rules: every denial of every rule, in the rules' order. Where a shape rule denies, the other
 * rules are not run, since the change may be made to confuse them. A rule that throws denies.
 */
export async function checkChangeSet(
  change: ChangeSet,
  { rules, context: given }: { readonly rules: readonly PolicyRule[]; readonly context: PolicyContext },
): Promise<PolicyVerdict> {
  const context: PolicyContext = { ...given, parser: rememberParses(given.parser), facts: new WeakMap() };
  const denials: Denial[] = [];
  const notes: Denial[] = [];
  const run = async (rule: PolicyRule): Promise<void> => {
    for (const { severity = "denial", ...finding } of await findSafely(rule, change, context)) {
      (severity === "denial" ? denials : notes).push({ rule: rule.id, ...finding });
    }
  };
  for (const rule of rules.filter(({ group }) => group === "shape")) await run(rule);
  if (denials.length === 0)
    for (const rule of rules.filter(({ group }) => group !== "shape")) await run(rule);
  const [first, ...rest] = denials;
  return first === undefined
    ? { status: "allowed", notes }
    : { status: "denied", denials: [first, ...rest], notes };
}

async function findSafely(rule: PolicyRule, change: ChangeSet, context: PolicyContext) {
  try {
    return await rule.find(change, context);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [{ file: "", line: null, reason: `the rule could not be checked: ${why}` }];
  }
}
