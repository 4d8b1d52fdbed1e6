import { nameRefs } from "../../domain/ref-names.ts";
import type { GitHub, PullRequest } from "../../github-port.ts";
import { type PullRequestMarker, parseMarker } from "../pull-request-marker.ts";

/** A pull request by which promotions were offered. */
export type KnownOffer = {
  readonly pullRequest: PullRequest;
  readonly marker: PullRequestMarker;
};

/** What is offered, or was. */
export type Offers = {
  /** Commits of the branches of pull requests, by full name. */
  readonly branches: ReadonlyMap<string, string>;
  /** Newest first. */
  readonly known: readonly KnownOffer[];
};

/** Pull requests that are looked at, of each state. */
const maxPullRequests = 300;

/**
 * Reads what is offered. Anybody can open a pull request from a fork with the name and the text of one of ours, so an
 * open one counts only where its head is the commit of our own branch. A closed one, whose branch may be gone, counts
 * where an app has opened it, or where somebody who may set labels has set one of ours.
 */
export async function readOffers(
  { prefix }: { readonly prefix: string },
  { github }: { readonly github: Pick<GitHub, "listRefs" | "listPullRequests"> },
): Promise<Offers> {
  const folder = `refs/heads/${prefix}/fix/`;
  const branches = new Map((await github.listRefs(folder)).map(({ ref, sha }) => [ref, sha]));
  const open = await github.listPullRequests({ state: "open", limit: maxPullRequests });
  const closed = await github.listPullRequests({ state: "closed", limit: maxPullRequests });
  const known = [...open, ...closed].flatMap((pullRequest) => {
    const marker = parseMarker(pullRequest.body);
    if (marker === null || !isNamedSo(pullRequest, marker, prefix)) return [];
    const isOurs =
      branches.get(`refs/heads/${pullRequest.headRef}`) === pullRequest.headSha ||
      (pullRequest.state === "closed" && isClosedOurs(pullRequest));
    return isOurs ? [{ pullRequest, marker }] : [];
  });
  return { branches, known };
}

function isClosedOurs({ author, labels }: PullRequest): boolean {
  return author.endsWith("[bot]") || labels.some((label) => label.startsWith("nightshift:"));
}

function isNamedSo(
  { headRef }: PullRequest,
  { campaign, cycles }: PullRequestMarker,
  prefix: string,
): boolean {
  const { fix } = nameRefs(prefix);
  return [...cycles, "all"].some((cycle) => fix(campaign, cycle) === `refs/heads/${headRef}`);
}
