import { usageError } from "./domain/errors.ts";
import type { OpenModel } from "./open-models.ts";
import type { Capabilities } from "./policy/capabilities/capabilities.ts";

/**
 * Refuses models on hosts that the policies do not let a brain call, before anything is asked. Throws the usage error
 * `MODEL_FORBIDDEN` with the first of them.
 */
export async function checkModelHosts(
  models: readonly Pick<OpenModel, "llm" | "host">[],
  capabilities: Pick<Capabilities, "isAllowed">,
): Promise<void> {
  for (const { llm, host } of models) {
    const resource = { kind: "host", host } as const;
    const answer = await capabilities.isAllowed({ principal: "brain", action: "callModel", resource });
    if (answer.status === "allowed") continue;
    const policies = answer.policies.join(", ") || "none permits it";
    throw usageError({
      code: "MODEL_FORBIDDEN",
      message: `The policies forbid to call ${llm.provider}/${llm.model} at ${host}: ${answer.reason}.`,
      hint: `Name another model, or change the policy in .github/nightshift/policies/ (${policies}).`,
    });
  }
}
