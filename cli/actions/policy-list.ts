import { capabilityRuleInfo } from "../../src/policy/capabilities/capability-rule.ts";
import { policyRules } from "../../src/policy/registry.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift policy list`: every rule with what it denies. */
export async function policyListAction({ output }: ActionInput<object>): Promise<undefined> {
  const rules = [...policyRules, capabilityRuleInfo].map(({ id, group, title }) => ({ id, group, title }));
  const width = Math.max(...rules.map(({ id }) => id.length));
  output.result({
    json: rules,
    text: rules.map(({ id, title }) => `${id.padEnd(width)}  ${title}`).join("\n"),
  });
  return undefined;
}
