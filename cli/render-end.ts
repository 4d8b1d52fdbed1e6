import path from "node:path";
import type { CampaignState } from "../src/domain/campaign-state.ts";
import { listSuggestions } from "../src/report/list-suggestions.ts";
import { renderConfidence } from "../src/report/render-confidence.ts";

/** The last lines of a campaign: what came of it, where the report is, how to look at the commits. Pure. */
export function renderEnd(
  state: CampaignState,
  {
    root,
    report,
    patches,
  }: {
    readonly root: string;
    readonly report: string;
    /** Folder of the patches of suggestions. */
    readonly patches: string;
  },
): string {
  const { promoted, suggested, rejected, errors, completed, sacred, masterRef, base, isDryRun, safety } =
    state;
  const master = masterRef.replace("refs/heads/", "");
  const others = completed - promoted - suggested - rejected - errors;
  const counts = [
    `${promoted} promoted`,
    ...(suggested > 0 ? [`${suggested} suggested`] : []),
    `${rejected} rejected`,
    `${others} without a candidate`,
    ...(errors > 0 ? [`${errors} errors`] : []),
  ];
  const look =
    promoted === 0 || isDryRun
      ? []
      : [
          `Commits: git -C ${quote(root)} log -p ${base.slice(0, 12)}..${master}`,
          ...(safety === "on" ? [`Take them: git merge ${master}`] : []),
        ];
  return [
    `${state.stopReason ?? "RUNNING"}: ${counts.join(", ")} in ${completed} cycles (${state.stopDetail}).`,
    ...(safety === "off" ? ["Unsafe: policy refused nothing. Do not publish or merge any of it."] : []),
    ...(isDryRun ? ["Dry run: no ref was written."] : []),
    `Report: ${report}`,
    ...look,
    ...listSuggestions(state).flatMap(({ subject, confidence, file }) => [
      `Suggested: ${subject} (confidence ${renderConfidence(confidence)})`,
      `Try it: git -C ${quote(root)} apply --3way ${quote(path.join(patches, file))}`,
    ]),
    `Your branch ${sacred}, your index and your work tree are as they were.`,
  ].join("\n");
}

function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
