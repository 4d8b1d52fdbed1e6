import type { PullRequestMarker } from "../../src/publish/pull-request-marker.ts";

/** Files of an offer that are not on a branch as it was offered on them; at most ten, in order. Pure. */
export function findStaleFiles(
  { files }: Pick<PullRequestMarker, "files">,
  blobs: ReadonlyMap<string, string>,
): readonly string[] {
  return files
    .filter(([path, blob]) => (blobs.get(path) ?? "") !== blob)
    .map(([path]) => path)
    .slice(0, 10);
}
