import type { RefNames } from "./domain/ref-names.ts";
import type { GitHub } from "./github-port.ts";
import { listInForce, type PromotionOnMaster } from "./list-in-force.ts";
import { renderCommitMessage } from "./report/render-commit-message.ts";

/** How it ended. */
export type GitHubRollback =
  | { readonly status: "rolled-back"; readonly commit: string; readonly undone: readonly PromotionOnMaster[] }
  | { readonly status: "unchanged" | "refused"; readonly reason: string };

/** Others may move master meanwhile. */
const maxTries = 3;

/** Where master goes. */
type Target = {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly subject: string;
  readonly trailers: Readonly<Record<string, string>>;
};

/**
 * Takes a promotion off master again: a commit on top whose tree is that of the snapshot ahead of it, so that what came
 * after it goes too. Where master was brought to sacred since, the snapshot would take back what people merged: then the
 * tree is sacred's. Master as it was gets a snapshot of its own under `key`. Doing it again changes nothing.
 */
export async function rollBackOnGitHub(
  {
    campaign,
    cycle,
    key,
    sacred,
  }: {
    readonly campaign: string;
    readonly cycle: number;
    readonly key: string;
    readonly sacred: { readonly branch: string; readonly commit: string };
  },
  { github, names }: { readonly github: GitHub; readonly names: RefNames },
): Promise<GitHubRollback> {
  const name = `${campaign}/${cycle}`;
  const snapshot = await github.getRef(names.snapshot(campaign, cycle));
  for (let tries = 0; tries < maxTries; tries += 1) {
    const master = await github.getRef(names.master);
    if (master === null) return { status: "unchanged", reason: "there is no master" };
    const { inForce, isRebuilt } = await listInForce({ master, until: snapshot }, { github });
    if (!inForce.some((each) => each.campaign === campaign && each.cycle === cycle))
      return { status: "unchanged", reason: "the promotion is not on master, or no longer" };
    const back = isRebuilt || snapshot === null ? sacred.commit : snapshot;
    const tree = (await github.getCommit(back))?.tree;
    if (tree === undefined)
      return { status: "unchanged", reason: `there is no commit ${back} to go back to` };
    const target: Target =
      back === sacred.commit
        ? {
            ...{ tree, parents: [master, sacred.commit], subject: `revert: back to ${sacred.branch}` },
            trailers: { "Nightshift-Sacred": sacred.commit, "Nightshift-Carried": "none" },
          }
        : {
            ...{ tree, parents: [master], subject: `revert: roll back to snapshot ${name}` },
            trailers: { "Nightshift-Rollback": back },
          };
    const kept = await github.createRef(names.snapshot("rollback", key), master);
    if (kept.status === "forbidden") return { status: "refused", reason: kept.reason };
    const body = inForce.map(({ subject }) => `Undoes ${subject}`).join("\n");
    const { subject, trailers, parents } = target;
    const message = renderCommitMessage({ subject, body, trailers });
    const commit = await github.createCommit({ tree, parents, message });
    const moved = await github.updateRef(names.master, commit);
    if (moved.status === "done") return { status: "rolled-back", commit, undone: inForce };
    if (moved.status === "forbidden") return { status: "refused", reason: moved.reason };
  }
  return { status: "refused", reason: "others kept moving master" };
}
