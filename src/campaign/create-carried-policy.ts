import type { CommitInfo } from "../ports.ts";
import { buildChangeset } from "./bundle/build-changeset.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import type { PassVerdict } from "./carry-promotions.ts";
import { checkPolicy } from "./check-policy.ts";
import { readEdits } from "./verify/read-edits.ts";
import { waiveDenials } from "./waive-denials.ts";

/**
 * Asks policy, as it is now, about a promotion that is to be carried: the whole of it alone, on the tree that it was made
 * on, so that rules on one change such as its size hold as they did. Without safety what may be waived is.
 */
export function createCarriedPolicy(
  deps: Pick<CampaignDeps, "config" | "git" | "log" | "parser" | "policyRules" | "redact">,
): (commit: CommitInfo) => Promise<PassVerdict> {
  const { git, log, policyRules } = deps;
  return async ({ hash, parents }) => {
    const [parent] = parents;
    if (parent === undefined) return { status: "failed", reason: "it has no parent to compare with" };
    const from = await git.treeOf(parent);
    const built = await buildChangeset({ from, to: await git.treeOf(hash) }, { git });
    if (built.status === "refused") return { status: "failed", reason: `policy: ${built.reason}` };
    const read = readEdits(built.changeset);
    if (read.status === "refused")
      return { status: "failed", reason: `policy: ${JSON.stringify(read.path)} is no text` };
    const files = await git.listFiles(from);
    const said = await checkPolicy(
      { edits: read.edits, item: { kind: "failing-check" }, tree: from, files },
      deps,
    );
    const { verdict } = waiveDenials(said, { safety: log.state().safety, rules: policyRules });
    if (verdict.status === "allowed") return { status: "passed" };
    const reasons = verdict.denials.map(({ rule, reason }) => `${reason} (rule ${rule})`);
    return { status: "failed", reason: `policy: ${reasons.join("; ")}` };
  };
}
