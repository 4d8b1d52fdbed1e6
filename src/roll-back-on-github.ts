import type { RefNames } from "./domain/ref-names.ts";
import type { GitHub } from "./github-port.ts";
import { parseTrailers } from "./publish/parse-trailers.ts";
import { renderCommitMessage } from "./report/render-commit-message.ts";

/** A promotion that a rollback took off master. */
export type UndonePromotion = { readonly campaign: string; readonly cycle: number; readonly subject: string };

/** How it ended. */
export type GitHubRollback =
  | { readonly status: "rolled-back"; readonly commit: string; readonly undone: readonly UndonePromotion[] }
  | { readonly status: "unchanged" | "refused"; readonly reason: string };

/** Commits of master that may lie between it and a snapshot. */
const maxSteps = 300;
/** Others may move master meanwhile. */
const maxTries = 3;

/**
 * Takes a promotion off master again: a commit on top whose tree is that of the snapshot ahead of it, so that what came
 * after it goes too. Master as it was gets a snapshot of its own under `key`. Doing it again changes nothing.
 */
export async function rollBackOnGitHub(
  { campaign, cycle, key }: { readonly campaign: string; readonly cycle: number; readonly key: string },
  { github, names }: { readonly github: GitHub; readonly names: RefNames },
): Promise<GitHubRollback> {
  const name = `${campaign}/${cycle}`;
  const snapshot = await github.getRef(names.snapshot(campaign, cycle));
  const target = snapshot === null ? null : await github.getCommit(snapshot);
  if (snapshot === null || target === null)
    return { status: "unchanged", reason: `there is no snapshot ${name} to go back to` };
  for (let tries = 0; tries < maxTries; tries += 1) {
    const master = await github.getRef(names.master);
    const before = master === null ? null : await github.getCommit(master);
    if (master === null || before === null) return { status: "unchanged", reason: "there is no master" };
    if (before.tree === target.tree)
      return { status: "unchanged", reason: `master has the files of snapshot ${name}` };
    const undone = await listSince(master, snapshot, github);
    if (undone === null || !undone.some((each) => each.campaign === campaign && each.cycle === cycle))
      return { status: "unchanged", reason: "the promotion is not on master, or no longer" };
    const kept = await github.createRef(names.snapshot("rollback", key), master);
    if (kept.status === "forbidden") return { status: "refused", reason: kept.reason };
    const message = renderCommitMessage({
      subject: `revert: roll back to snapshot ${name}`,
      body: undone.map(({ subject }) => `Undoes ${subject}`).join("\n"),
      trailers: { "Nightshift-Rollback": snapshot },
    });
    const commit = await github.createCommit({ tree: target.tree, parents: [master], message });
    const moved = await github.updateRef(names.master, commit);
    if (moved.status === "done") return { status: "rolled-back", commit, undone };
    if (moved.status === "forbidden") return { status: "refused", reason: moved.reason };
  }
  return { status: "refused", reason: "others kept moving master" };
}

/** Promotions in force on master since a commit, newest first; null where master does not stand on it. */
async function listSince(
  master: string,
  since: string,
  github: Pick<GitHub, "getCommit">,
): Promise<readonly UndonePromotion[] | null> {
  const found: UndonePromotion[] = [];
  let next: string | undefined = master;
  for (let step = 0; step < maxSteps && next !== undefined; step += 1) {
    if (next === since) return found;
    const commit: Awaited<ReturnType<GitHub["getCommit"]>> = await github.getCommit(next);
    if (commit === null) return null;
    const trailers = parseTrailers(commit.message);
    const [campaign, cycle] = [trailers.get("Nightshift-Campaign"), trailers.get("Nightshift-Cycle")];
    if (campaign !== undefined && cycle !== undefined && trailers.has("Nightshift-Item"))
      found.push({ campaign, cycle: Number(cycle), subject: commit.message.split("\n")[0] ?? "" });
    // What a rollback took off is in force no more.
    next = trailers.get("Nightshift-Rollback") ?? commit.parents[0];
  }
  return null;
}
