import type { Changeset } from "../../domain/bundle.ts";
import { parseDiff } from "../../policy/diff/parse-diff.ts";
import { type BundleRefusal, quote, refuseBundle } from "./bundle-refusal.ts";

/**
 * Why a patch is not of a changeset: it is no diff, or of other files. What its lines say only the base can tell, where
 * verify holds it against the tree; nothing is ever built from a patch. Null: nothing speaks against it. Pure.
 */
export function findPatchFault(patch: string, { files }: Changeset): BundleRefusal | null {
  let paths: ReadonlySet<string>;
  try {
    const diffs = parseDiff(Buffer.from(patch, "utf8").toString("latin1"));
    paths = new Set(
      diffs.flatMap(({ oldPath, newPath }) => [oldPath, newPath].filter((path) => path !== null)),
    );
  } catch {
    return refuseBundle("patch", "A patch is no unified diff.");
  }
  const told = new Set(files.map(({ path }) => path));
  const odd = [...told.symmetricDifference(paths)].at(0);
  return odd === undefined
    ? null
    : refuseBundle("patch", `${quote(odd)} is in a patch or its changeset, and not in both.`);
}
