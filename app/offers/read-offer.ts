import type { GitHub, PullRequest } from "../../src/github-port.ts";
import type { Offer } from "../../src/learn-from-offer.ts";
import { parseMarker } from "../../src/publish/pull-request-marker.ts";

/**
 * A pull request as an offer of ours: its branch is one of ours by name (a fork's never reads so) and its text has the
 * marker. Null for any other one. Pure.
 */
export function asOffer(pullRequest: PullRequest, { prefix }: { readonly prefix: string }): Offer | null {
  if (!pullRequest.headRef.startsWith(`${prefix}/fix/`)) return null;
  const marker = parseMarker(pullRequest.body);
  return marker === null ? null : { pullRequest, marker };
}

/** The offer of a number, or null. */
export async function readOffer(
  number: number,
  { github, prefix }: { readonly github: Pick<GitHub, "getPullRequest">; readonly prefix: string },
): Promise<Offer | null> {
  const pullRequest = await github.getPullRequest(number);
  return pullRequest === null ? null : asOffer(pullRequest, { prefix });
}
