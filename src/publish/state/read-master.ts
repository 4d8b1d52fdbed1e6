import type { GitHub } from "../../github-port.ts";
import { parseTrailers } from "../parse-trailers.ts";
import { findAncestor } from "./find-ancestor.ts";

/** A commit of this campaign that master has already. */
export type MasterCommit = {
  readonly sha: string;
  readonly tree: string;
  /** Null for the commit that master starts from. */
  readonly cycle: number | null;
};

/** Where master is, seen from a campaign that began with `previous`. */
export type MasterState =
  /** As the campaign found it. `start` is what has to come before its promotions. */
  | { readonly status: "untouched"; readonly commit: string | null; readonly start: MasterStart }
  /** This campaign's own commits are on it, oldest first, and nothing above them. */
  | { readonly status: "begun"; readonly commit: string; readonly commits: readonly MasterCommit[] }
  /** Somebody else has moved it. `commits` of this campaign may lie beneath. */
  | { readonly status: "moved"; readonly commit: string | null; readonly commits: readonly MasterCommit[] };

/** How master gets to the tree that the first promotion stands on. */
export type MasterStart = "as-it-is" | "base" | "rebuild";

/** How far a way between master and the base is followed; longer ones get a commit that joins the two. */
const maxSteps = 60;

/** Reads master and what of a campaign is on it. `limit` bounds how many of its commits are looked at. */
export async function readMaster(
  input: {
    readonly ref: string;
    readonly campaign: string;
    readonly previous: string | null;
    readonly base: string;
    readonly baseTree: string;
    readonly masterTree: string;
    readonly limit: number;
  },
  deps: { readonly github: Pick<GitHub, "getRef" | "getCommit"> },
): Promise<MasterState> {
  const { ref, campaign, previous, base, limit } = input;
  const commit = await deps.github.getRef(ref);
  if (commit === previous) return { status: "untouched", commit, start: await chooseStart(input, deps) };
  if (commit === base)
    return { status: "begun", commit, commits: [{ sha: base, tree: input.baseTree, cycle: null }] };
  const commits: MasterCommit[] = [];
  let isForeign = false;
  let next: string | undefined = commit ?? undefined;
  for (let steps = 0; steps < limit && next !== undefined && next !== previous && next !== base; steps += 1) {
    const info: Awaited<ReturnType<GitHub["getCommit"]>> = await deps.github.getCommit(next);
    if (info === null) break;
    const trailers = parseTrailers(info.message);
    const cycle = trailers.get("Nightshift-Cycle");
    if (trailers.get("Nightshift-Campaign") !== campaign || trailers.has("Nightshift-Rollback"))
      isForeign = true;
    else commits.unshift({ sha: next, tree: info.tree, cycle: cycle === undefined ? null : Number(cycle) });
    next = info.parents[0];
  }
  const isWhole = next === previous || next === base;
  return commit !== null && isWhole && !isForeign && commits.length > 0
    ? { status: "begun", commit, commits }
    : { status: "moved", commit, commits };
}

async function chooseStart(
  { previous, base, baseTree, masterTree }: Parameters<typeof readMaster>[0],
  { github }: { readonly github: Pick<GitHub, "getCommit"> },
): Promise<MasterStart> {
  if (previous === null) return "base";
  const isOn = async (ancestor: string, descendant: string) =>
    (await findAncestor({ ancestor, descendant, limit: maxSteps }, { github })) === "found";
  if (masterTree === (await github.getCommit(previous))?.tree && (await isOn(base, previous)))
    return "as-it-is";
  return masterTree === baseTree && (await isOn(previous, base)) ? "base" : "rebuild";
}
