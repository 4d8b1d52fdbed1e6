import type { FileEdit } from "../domain/candidate.ts";
import type { WorkItem } from "../domain/work-item.ts";
import { buildChangeSet } from "../policy/build-change-set.ts";
import { checkChangeSet, type PolicyVerdict } from "../policy/check-change-set.ts";
import type { TreeEntry } from "../ports.ts";
import type { CampaignDeps } from "./campaign-deps.ts";

/** What policy says of a candidate's edits on a tree, before any gate runs. `files` is the tree's listing. */
export async function checkPolicy(
  input: {
    readonly edits: readonly FileEdit[];
    readonly item: Pick<WorkItem, "kind">;
    readonly tree: string;
    readonly files: readonly TreeEntry[];
  },
  {
    config,
    git,
    parser,
    policyRules,
    redact,
  }: Pick<CampaignDeps, "config" | "git" | "parser" | "policyRules" | "redact">,
): Promise<PolicyVerdict> {
  const { edits, item, tree, files } = input;
  const readBase = async (path: string): Promise<string | null> => {
    const content = await git.readFile(tree, path);
    const text = content?.toString("utf8") ?? null;
    return content !== null && text !== null && Buffer.from(text).equals(content) ? text : null;
  };
  const hasSecret = (text: string): boolean => redact(text) !== text;
  const change = await buildChangeSet(edits, { files, readBase });
  const context = { config, parser, readBase, itemKind: item.kind, hasSecret };
  return await checkChangeSet(change, { rules: policyRules, context });
}
