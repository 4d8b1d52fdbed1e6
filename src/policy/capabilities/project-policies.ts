import { decodeStrictly } from "../../adapters/git-text.ts";
import type { Git } from "../../ports.ts";
import { policyInvalid } from "./policy-problem.ts";
import type { PolicySource } from "./read-policies.ts";

/** Where a project keeps policies of its own. */
export const projectPoliciesFolder = ".github/nightshift/policies";

/**
 * A project's own policies as a commit has them. Throws the usage error `POLICY_INVALID` for a file that is no text, or a
 * link in the folder's place: what cannot be read may have been meant to forbid something.
 */
export async function readProjectPolicies(
  commit: string,
  { git }: { readonly git: Pick<Git, "listFiles" | "readFile"> },
): Promise<readonly PolicySource[]> {
  const sources: PolicySource[] = [];
  for (const { path } of await git.listFiles(commit)) {
    if (`${projectPoliciesFolder}/`.startsWith(`${path}/`)) {
      throw policyInvalid([
        { path, line: 1, message: "it is no folder, so that its policies cannot be read" },
      ]);
    }
    if (!path.startsWith(`${projectPoliciesFolder}/`) || !/\.cedar$/i.test(path)) continue;
    const bytes = await git.readFile(commit, path);
    const text = bytes === null ? null : decodeStrictly(bytes);
    if (text === null) throw policyInvalid([{ path, line: 1, message: "it is no file of UTF-8 text" }]);
    sources.push({ path, text });
  }
  return sources;
}
