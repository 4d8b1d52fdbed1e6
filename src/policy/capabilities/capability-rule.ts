import type { PolicyRule } from "../policy-rule.ts";
import type { Capabilities } from "./capabilities.ts";
import { capabilityRuleId } from "./capability-rule-id.ts";

/** The rule that asks, for each file of a change, whether a brain may edit it. */
export function createCapabilityRule(capabilities: Pick<Capabilities, "isAllowed">): PolicyRule {
  return {
    ...capabilityRuleInfo,
    async find({ files }) {
      const findings = files.map(async ({ path }) => {
        const resource = { kind: "path", path } as const;
        const answer = await capabilities.isAllowed({ principal: "brain", action: "editFile", resource });
        if (answer.status === "allowed") return [];
        const by = answer.policies.length === 0 ? "" : ` (${answer.policies.join(", ")})`;
        return [{ file: path, line: null, reason: `a brain may not edit it: ${answer.reason}${by}` }];
      });
      return (await Promise.all(findings)).flat();
    },
  };
}

/** What `policy explain` and `policy list` tell of it. */
export const capabilityRuleInfo: Omit<PolicyRule, "find"> = {
  id: capabilityRuleId,
  group: "protected",
  title: "Edits of files that the Cedar policies forbid",
  explanation:
    "Who may do what is written as Cedar policies: Nightshift's own in policies/*.cedar, and a project's in " +
    ".github/nightshift/policies/*.cedar, which can only forbid more and count as the sacred commit has them. The " +
    "denial names the policies by their @id with their @reason. To allow the edit, a person changes the policy.",
};
