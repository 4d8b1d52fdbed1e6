import type { Manifest } from "../domain/bundle.ts";
import type { PlannedOffer } from "./plan/publication-plan.ts";
import type { PullRequestMarker } from "./pull-request-marker.ts";
import type { Blobs } from "./state/publish-state.ts";

const maxFiles = 50;
/** Of all paths together: the marker is part of a text of limited length. */
const maxPathChars = 5_000;

/** The marker of an offer, with as many of its files as there is room for. Pure. */
export function buildMarker(
  { commits, cycles }: Pick<PlannedOffer, "commits" | "cycles">,
  {
    manifest,
    baseBlobs,
    at,
  }: { readonly manifest: Pick<Manifest, "campaign">; readonly baseBlobs: Blobs; readonly at: string },
): PullRequestMarker {
  const promotions = commits.map(({ promotion }) => promotion);
  const paths = [...new Set(promotions.flatMap(({ changeset }) => changeset.files.map(({ path }) => path)))];
  let leftChars = maxPathChars;
  const told = paths.slice(0, maxFiles).filter((path) => {
    leftChars -= path.length;
    return leftChars >= 0;
  });
  return {
    version: 1,
    campaign: manifest.campaign,
    cycles: [...cycles],
    items: promotions.map(({ facts }) => facts.item.id),
    changesets: promotions.map(({ facts }) => facts.changeset.cid),
    tree: commits.at(-1)?.tree ?? "",
    files: told.map((path) => [path, baseBlobs?.get(path) ?? ""]),
    ...{ at, isDeclined: false },
  };
}
