/** What git puts before the names of the old and the new side (`git help diff`, diff.mnemonicPrefix). */
const pairs: readonly (readonly [string, string])[] = [
  ["a/", "b/"],
  ["i/", "w/"],
  ["c/", "i/"],
  ["c/", "w/"],
  ["o/", "w/"],
];

/** A side's name as the diff has it; null for /dev/null. */
type Side = string | null;

/**
 * The paths that two names with prefixes stand for, or null when they have none that git writes: without them a name
 * like `b/x` could mean two files, and the wrong one might be judged. Pure.
 */
export function stripPrefixes(
  oldName: Side,
  newName: Side,
): { readonly oldPath: Side; readonly newPath: Side } | null {
  const pair = pairs.find(
    ([before, after]) =>
      (oldName === null || oldName.startsWith(before)) && (newName === null || newName.startsWith(after)),
  );
  if (pair === undefined) return null;
  return { oldPath: oldName?.slice(pair[0].length) ?? null, newPath: newName?.slice(pair[1].length) ?? null };
}
