import type { RefNames } from "./domain/ref-names.ts";
import type { GitHub } from "./github-port.ts";
import { listInForce, type PromotionOnMaster } from "./list-in-force.ts";
import type { PullRequestMarker } from "./publish/pull-request-marker.ts";
import { findAncestor } from "./publish/state/find-ancestor.ts";
import { readBlobs } from "./read-blobs.ts";
import { renderCommitMessage } from "./report/render-commit-message.ts";

/** How master was brought to sacred. */
export type JoinedMaster =
  | { readonly status: "joined"; readonly commit: string }
  | { readonly status: "unchanged" | "left" | "refused"; readonly reason: string };

const maxSteps = 60;

/**
 * Brings master to sacred once a person has merged: one commit (parents: master, sacred). Its tree is one that has been
 * proven, or is a person's: master's own, where it differs from sacred in the files of open offers alone and sacred has
 * those as they were offered on; sacred's, where nothing is offered. Else it is left to the next campaign, whose gates
 * look at what is carried. Doing it again changes nothing.
 */
export async function joinMaster(
  {
    sacred,
    open,
  }: {
    readonly sacred: { readonly branch: string; readonly commit: string };
    /** What the open offers tell of themselves. */
    readonly open: readonly Pick<PullRequestMarker, "campaign" | "cycles" | "files">[];
  },
  { github, names }: { readonly github: GitHub; readonly names: RefNames },
): Promise<JoinedMaster> {
  const master = await github.getRef(names.master);
  if (master === null) return { status: "unchanged", reason: "there is no master" };
  if (
    (await findAncestor({ ancestor: sacred.commit, descendant: master, limit: maxSteps }, { github })) ===
    "found"
  )
    return { status: "unchanged", reason: "master stands on it" };
  const [ours, theirs] = [await readBlobs(master, { github }), await readBlobs(sacred.commit, { github })];
  const offered = new Map(open.flatMap(({ files }) => files));
  const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
    (path) => ours.get(path) !== theirs.get(path),
  );
  const isOurs = differing.every((path) => offered.get(path) === (theirs.get(path) ?? ""));
  if (open.length > 0 && !isOurs)
    return {
      status: "left",
      reason: "it differs from master in more than what is offered; the next campaign carries over",
    };
  const source = open.length === 0 ? sacred.commit : master;
  const tree = (await github.getCommit(source))?.tree;
  if (tree === undefined) return { status: "left", reason: `commit ${source} is gone` };
  const carried = open.length === 0 ? [] : await listCarried(master, open, github);
  const message = renderCommitMessage({
    subject: `chore: bring master to ${sacred.branch}`,
    body: "",
    trailers: { "Nightshift-Sacred": sacred.commit, "Nightshift-Carried": carried.join(" ") || "none" },
  });
  const commit = await github.createCommit({ tree, parents: [master, sacred.commit], message });
  const moved = await github.updateRef(names.master, commit);
  if (moved.status === "done") return { status: "joined", commit };
  return { status: moved.status === "forbidden" ? "refused" : "left", reason: moved.reason };
}

/** Commits of the open offers on master, oldest first, so that the next campaign carries them and no others. */
async function listCarried(
  master: string,
  open: readonly Pick<PullRequestMarker, "campaign" | "cycles">[],
  github: Pick<GitHub, "getCommit">,
): Promise<readonly string[]> {
  const { inForce } = await listInForce({ master, until: null }, { github });
  const isOpen = ({ campaign, cycle }: PromotionOnMaster) =>
    open.some((offer) => offer.campaign === campaign && offer.cycles.includes(cycle));
  return inForce
    .filter(isOpen)
    .map(({ commit }) => commit)
    .reverse();
}
