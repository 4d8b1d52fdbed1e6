import { NightshiftError } from "../../domain/errors.ts";
import type { Git } from "../../ports.ts";
import type { Capabilities, Principal } from "./capabilities.ts";

/**
 * A repository whose refs are written only where the policies let `principal` do so. All updates are asked for before
 * the first is made; what guards every ref by its name stays beneath it. The updates reject with `REF_FORBIDDEN`.
 */
export function restrictGit(
  git: Git,
  { principal, capabilities }: { readonly principal: Principal; readonly capabilities: Capabilities },
): Git {
  return {
    ...git,
    updateRefs: async (updates) => {
      for (const { ref } of updates) {
        const resource = { kind: "ref", ref } as const;
        const answer = await capabilities.isAllowed({ principal, action: "writeRef", resource });
        if (answer.status === "allowed") continue;
        throw new NightshiftError({
          code: "REF_FORBIDDEN",
          message: `The ${principal} may not write ${ref}: ${answer.reason}.`,
          hint: `See the Cedar policies in policies/ and .github/nightshift/policies/: ${answer.policies.join(", ") || "none permits it"}.`,
        });
      }
      return git.updateRefs(updates);
    },
  };
}
