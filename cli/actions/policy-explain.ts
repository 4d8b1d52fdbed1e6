import { findNearest } from "../../src/config/find-nearest.ts";
import { usageError } from "../../src/domain/errors.ts";
import { capabilityRuleInfo } from "../../src/policy/capabilities/capability-rule.ts";
import { policyRules } from "../../src/policy/registry.ts";
import type { ActionInput } from "../run-action.ts";

type Explained = {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly explanation: string;
};

/**
 * `nightshift policy explain RULE`: what it denies, why, and what to do. It knows Nightshift's own Cedar policies by their
 * id too. Throws the usage error `UNKNOWN_RULE`.
 */
export async function policyExplainAction({ output }: ActionInput<object>, id: string): Promise<undefined> {
  const rules: readonly Explained[] = [...policyRules, capabilityRuleInfo];
  const rule = rules.find((each) => each.id === id) ?? (await findCapability(id));
  if (rule === undefined) throw unknownRule(id, rules);
  const { group, title, explanation } = rule;
  output.result({
    json: { id, group, title, explanation },
    text: [`${id} (${group}): ${title}.`, "", explanation].join("\n"),
  });
  return undefined;
}

/** A policy is its own explanation. */
async function findCapability(id: string): Promise<Explained | undefined> {
  const { readDefaultPolicies } = await import("../../src/policy/capabilities/default-policies.ts");
  const { readPolicies } = await import("../../src/policy/capabilities/read-policies.ts");
  const { sources } = await readDefaultPolicies();
  for (const source of sources) {
    const found = (await readPolicies(source)).policies.find((policy) => policy.id === id);
    if (found === undefined) continue;
    const { path, line, reason, text } = found;
    return { id, group: "capabilities", title: reason, explanation: `${path}:${line}\n\n${text}` };
  }
  return undefined;
}

function unknownRule(id: string, rules: readonly Explained[]): Error {
  const nearest = findNearest(
    id,
    rules.map((rule) => rule.id),
  );
  return usageError({
    code: "UNKNOWN_RULE",
    message: `There is no rule called ${JSON.stringify(id)}.`,
    hint: `${nearest === undefined ? "" : `Did you mean ${nearest}? `}\`nightshift policy list\` shows all rules.`,
  });
}
