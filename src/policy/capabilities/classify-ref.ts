/** What a ref is for. */
export type RefTier = "sacred" | "master" | "sandbox" | "snapshot" | "memory" | "pull-request" | "other";

/**
 * What a ref is for, by its full name. `sacred` is the short name of the default branch; some file systems tell no case
 * apart, so a name that differs by case alone is the sacred branch too. Pure.
 */
export function classifyRef(
  ref: string,
  { prefix, sacred }: { readonly prefix: string; readonly sacred: string },
): RefTier {
  if (ref.toLowerCase() === `refs/heads/${sacred}`.toLowerCase()) return "sacred";
  const branch = readBeneath(ref, `refs/heads/${prefix}/`);
  if (branch === "master" || branch === "memory") return branch;
  if (branch?.startsWith("sandbox/") === true) return "sandbox";
  if (branch?.startsWith("fix/") === true) return "pull-request";
  return readBeneath(ref, `refs/tags/${prefix}/`)?.startsWith("snapshot/") === true ? "snapshot" : "other";
}

function readBeneath(ref: string, folder: string): string | null {
  return ref.startsWith(folder) ? ref.slice(folder.length) : null;
}
