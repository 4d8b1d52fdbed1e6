import { digest } from "../domain/digest.ts";
import { normalizeDiff } from "./normalize-diff.ts";

/** A file and the blob that it had; "" for a file that was not there. */
export type FileBlob = { readonly path: string; readonly blob: string };

/** The key of an avoided approach: failure signature + normalised diff. Pure. */
export function avoidedKey({
  signature,
  diff,
}: {
  readonly signature: string;
  readonly diff: string;
}): string {
  return digest("avoided", signature, normalizeDiff(diff));
}

/** The key of a denial: rule + normalised diff, whatever was being mended. Pure. */
export function deniedKey({ rule, diff }: { readonly rule: string; readonly diff: string }): string {
  return digest("denied", rule, normalizeDiff(diff));
}

/** The key of an exhausted item: item + the suspects' sources + the version of what tried them. Pure. */
export function exhaustedKey({
  item,
  brain,
  suspects,
}: {
  readonly item: string;
  /** The brain's version. */
  readonly brain: string;
  readonly suspects: readonly FileBlob[];
}): string {
  return digest("exhausted", item, brain, ...flattenBlobs(suspects));
}

/** The key of a suggestion: item + brain + the files that it edits, as they were. Pure. */
export function suggestedKey({
  item,
  brain,
  files,
}: {
  readonly item: string;
  /** Kind and version. */
  readonly brain: string;
  readonly files: readonly FileBlob[];
}): string {
  return digest("suggested", item, brain, ...flattenBlobs(files));
}

/**
 * A lesson's id: of its kind, its key and the files that it stands on. The same lesson learned twice is one record; the
 * same approach refused on other sources is another one, so that both stay in force. Pure.
 */
export function lessonId(kind: string, key: string, files: readonly FileBlob[]): string {
  return digest("lesson", kind, key, ...flattenBlobs(files));
}

function flattenBlobs(files: readonly FileBlob[]): readonly string[] {
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  return sorted.flatMap(({ path, blob }) => [path, blob]);
}
