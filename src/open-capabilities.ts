import type { Capabilities } from "./policy/capabilities/capabilities.ts";
import { createCapabilities } from "./policy/capabilities/create-capabilities.ts";
import { readProjectPolicies } from "./policy/capabilities/project-policies.ts";
import type { Git } from "./ports.ts";

/**
 * The capabilities that hold for what is built on a commit: the default policies, and the project's own as the commit has
 * them. Throws the usage error `POLICY_INVALID` where the project's cannot be used.
 */
export async function openCapabilities(
  { commit, sacred }: { readonly commit: string; readonly sacred: string },
  { git }: { readonly git: Pick<Git, "listFiles" | "prefix" | "readFile"> },
): Promise<Capabilities> {
  const project = await readProjectPolicies(commit, { git });
  const capabilities = createCapabilities({ prefix: git.prefix, sacred, project });
  if (project.length > 0) await capabilities.verify();
  return capabilities;
}
