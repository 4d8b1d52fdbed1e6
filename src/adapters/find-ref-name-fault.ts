/**
 * Why a ref may not be written, or null when its name lies beneath `refs/heads/<prefix>/` or `refs/tags/<prefix>/`.
 * Stricter than git (`man git-check-ref-format`): letters, digits, dots, dashes and underscores alone, so that no
 * spelling, case or escape of a name can lead anywhere else on any file system.
 */
export function findRefNameFault(ref: string, prefix: string): string | null {
  const parts = ref.split("/");
  const [refs, kind, room, ...rest] = parts;
  if (refs !== "refs" || (kind !== "heads" && kind !== "tags") || room !== prefix) {
    return `it is not beneath refs/heads/${prefix}/ or refs/tags/${prefix}/`;
  }
  if (rest.length === 0) {
    return "it is the prefix itself";
  }
  const bad = rest.find((part) => !isPlainPart(part));
  return bad === undefined ? null : `${JSON.stringify(bad)} is not a plain part of a name`;
}

function isPlainPart(part: string): boolean {
  return (
    /^[a-zA-Z0-9_][a-zA-Z0-9._-]*$/.test(part) &&
    !part.includes("..") &&
    !part.endsWith(".") &&
    !part.toLowerCase().endsWith(".lock")
  );
}
