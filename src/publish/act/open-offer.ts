import type { Manifest } from "../../domain/bundle.ts";
import type { GitHub, PullRequest } from "../../github-port.ts";
import { renderPullRequest } from "../../report/render-pull-request.ts";
import { buildMarker } from "../build-marker.ts";
import { parseTrailers } from "../parse-trailers.ts";
import type { PlannedOffer } from "../plan/publication-plan.ts";
import { renderMarker } from "../pull-request-marker.ts";
import type { Blobs } from "../state/publish-state.ts";
import type { TreeBuilder } from "./create-tree-builder.ts";
import { renderPromotionMessage } from "./render-messages.ts";

/** The label of every pull request of Nightshift's. */
export const promotionLabel = {
  name: "nightshift:promotion",
  color: "5319e7",
  description: "A promotion of Nightshift: verified, and waiting for a person",
};

/** GitHub takes 65,536; the rest is for what people add. */
const maxBodyChars = 60_000;
/** What every text has, whatever its detail. */
const minTextChars = 20_000;

/** What became of an offer. `head` is the commit of its branch; null where that is no longer what was made. */
export type OpenedOffer =
  | { readonly status: "created" | "known"; readonly pullRequest: PullRequest; readonly head: string | null }
  | { readonly status: "stopped"; readonly reason: string };

/** What opening pull requests needs. */
export type OfferDeps = {
  readonly github: Pick<
    GitHub,
    | "getRef"
    | "createRef"
    | "getCommit"
    | "createCommit"
    | "createPullRequest"
    | "listPullRequests"
    | "addLabels"
    | "getPullRequest"
  >;
  readonly trees: TreeBuilder;
};

/** What is the same for all offers of one publication. */
export type OfferInput = {
  readonly manifest: Manifest;
  readonly baseBlobs: Blobs;
  /** Commits of branches by full name; those made in this run among them. */
  readonly heads: ReadonlyMap<string, string>;
  readonly at: string;
};

/**
 * Makes an offer's branch and its draft pull request, as far as they are not there. Whatever is found under its name has
 * to be what would have been made; it is never overwritten.
 */
export async function openOffer(
  offer: PlannedOffer,
  input: OfferInput,
  deps: OfferDeps,
): Promise<OpenedOffer> {
  const branch = await openBranch(offer, input, deps);
  const known = offer.known === null ? null : await deps.github.getPullRequest(offer.known);
  // People may have gone on with the branch: then nothing else is stacked on it.
  if (branch.status === "stopped" && known !== null)
    return { status: "known", pullRequest: known, head: null };
  if (branch.status === "stopped") return branch;
  const opened = await openPullRequest(offer, { ...input, head: branch.head }, deps);
  if (opened.status === "stopped") return opened;
  const { pullRequest } = opened;
  if (pullRequest.state === "open" && !pullRequest.labels.includes(promotionLabel.name))
    await deps.github.addLabels(pullRequest.number, [promotionLabel.name]);
  return { ...opened, head: branch.head };
}

async function openBranch(
  offer: PlannedOffer,
  { manifest, heads }: OfferInput,
  { github, trees }: OfferDeps,
): Promise<
  | { readonly status: "there"; readonly head: string }
  | { readonly status: "stopped"; readonly reason: string }
> {
  const { ref, parent: wanted, commits } = offer;
  const known = await github.getRef(ref);
  if (known !== null) return checkBranch(known, offer, { manifest, github });
  let parent = wanted.kind === "base" ? manifest.base : heads.get(wanted.ref);
  if (parent === undefined) return { status: "stopped", reason: "the branch that it stands on is not there" };
  for (const { promotion, onto, tree } of commits) {
    const built = await trees.build({ onto, changeset: promotion.changeset, tree });
    if (built.status === "refused") return { status: "stopped", reason: built.reason };
    const message = renderPromotionMessage(manifest.campaign, promotion);
    parent = await github.createCommit({ tree, parents: [parent], message });
  }
  const made = await github.createRef(ref, parent);
  if (made.status === "done") return { status: "there", head: parent };
  const now = made.status === "moved" ? await github.getRef(ref) : null;
  return now === null
    ? { status: "stopped", reason: made.reason }
    : checkBranch(now, offer, { manifest, github });
}

async function checkBranch(
  head: string,
  { ref, commits }: PlannedOffer,
  { manifest, github }: { readonly manifest: Manifest; readonly github: Pick<GitHub, "getCommit"> },
) {
  const commit = await github.getCommit(head);
  const trailers = parseTrailers(commit?.message ?? "");
  const last = commits.at(-1);
  const isOurs =
    commit?.tree === last?.tree &&
    trailers.get("Nightshift-Campaign") === manifest.campaign &&
    trailers.get("Nightshift-Cycle") === String(last?.promotion.facts.cycle);
  return isOurs
    ? ({ status: "there", head } as const)
    : ({ status: "stopped", reason: `${ref} holds something else, and is left as it is` } as const);
}

async function openPullRequest(
  offer: PlannedOffer,
  { manifest, baseBlobs, head, at }: OfferInput & { readonly head: string },
  { github }: OfferDeps,
): Promise<
  | { readonly status: "created" | "known"; readonly pullRequest: PullRequest }
  | { readonly status: "stopped"; readonly reason: string }
> {
  const branch = offer.ref.slice("refs/heads/".length);
  const [before] = await github.listPullRequests({ state: "all", head: branch, limit: 1 });
  if (before !== undefined) return { status: "known", pullRequest: before };
  const marker = renderMarker(buildMarker(offer, { manifest, baseBlobs, at }));
  const room = maxBodyChars - marker.length;
  if (room < minTextChars)
    return { status: "stopped", reason: "one pull request cannot tell of so many promotions" };
  const { title, body } = renderPullRequest({ ...offer.story, head }, { maxChars: room });
  const base = offer.baseRef.slice("refs/heads/".length);
  const made = await github.createPullRequest({ title, body: `${body}\n\n${marker}`, head: branch, base });
  if (made.status === "created") return made;
  const [now] =
    made.status === "exists" ? await github.listPullRequests({ state: "all", head: branch, limit: 1 }) : [];
  return now === undefined
    ? { status: "stopped", reason: made.reason }
    : { status: "known", pullRequest: now };
}
