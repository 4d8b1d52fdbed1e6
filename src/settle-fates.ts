import { describeError, NightshiftError } from "./domain/errors.ts";
import type { GitHub } from "./github-port.ts";
import { mayWrite } from "./may-write.ts";
import { declinePullRequest } from "./publish/decline-pull-request.ts";
import { mergedLabel } from "./publish/merged-label.ts";
import { type KnownOffer, readOffers } from "./publish/state/read-offers.ts";
import { type StoreFateDeps, storeFate } from "./store-fate.ts";

/** Offers that one night learns from; the next one goes on. */
const maxOffers = 10;
/** What leaves the rest to the next night. */
const passing: ReadonlySet<string> = new Set([
  "GITHUB_RATE_LIMITED",
  "GITHUB_FORBIDDEN",
  "GITHUB_UNAVAILABLE",
  "MEMORY_CONTENDED",
  "MEMORY_FORBIDDEN",
]);

/** What became of offers since they were last looked at. `reason`: why not all of it is learned; "" where it is. */
export type SettledFates = { readonly merged: number; readonly declined: number; readonly reason: string };

/**
 * Learns what people made of offers where no App is told of it: merged ones confirm what worked, closed ones are not
 * offered again, and operators earn by both. Each is marked once it is learned, so that doing it again does nothing.
 */
export async function settleFates(
  { sacred }: { readonly sacred: string },
  deps: StoreFateDeps & { readonly github: GitHub },
): Promise<SettledFates> {
  const counts = { merged: 0, declined: 0 };
  try {
    const { known } = await readOffers({ prefix: deps.prefix }, deps);
    const merged = known.filter((offer) => isNewlyMerged(offer, sacred)).slice(0, maxOffers);
    const declined = known.filter(isNewlyDeclined).slice(0, maxOffers);
    for (const offer of merged) {
      await storeFate({ offer, fate: { kind: "merged" } }, deps);
      await deps.github.ensureLabel(mergedLabel);
      await deps.github.addLabels(offer.pullRequest.number, [mergedLabel.name]);
      counts.merged += 1;
    }
    for (const offer of declined) {
      const closer = (await deps.github.getIssue(offer.pullRequest.number))?.closedBy ?? null;
      const isByWriter = closer !== null && (await mayWrite(closer, deps));
      await storeFate({ offer, fate: { kind: "declined", reason: "", isByWriter } }, deps);
      await declinePullRequest(offer.pullRequest, deps);
      counts.declined += 1;
    }
    return { ...counts, reason: "" };
  } catch (error) {
    if (!(error instanceof NightshiftError) || !passing.has(error.code)) throw error;
    return { ...counts, reason: describeError(error) };
  }
}

function isNewlyMerged({ pullRequest }: KnownOffer, sacred: string): boolean {
  const { isMerged, baseRef, labels } = pullRequest;
  return isMerged && baseRef === sacred && !labels.includes(mergedLabel.name);
}

function isNewlyDeclined({ pullRequest, marker }: KnownOffer): boolean {
  return pullRequest.state === "closed" && !pullRequest.isMerged && !marker.isDeclined;
}
