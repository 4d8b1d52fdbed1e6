import { decodeStrictly } from "../../adapters/git-text.ts";
import { BUNDLE_VERSION, bundleLimits, type Changeset } from "../../domain/bundle.ts";
import type { Git, TreeEntry } from "../../ports.ts";
import { findChangesetFault } from "../../publish/bundle/find-changeset-fault.ts";

/** How one tree differs from another, or why a bundle cannot tell it. */
export type BuiltChangeset =
  | { readonly status: "built"; readonly changeset: Changeset }
  | { readonly status: "refused"; readonly reason: string };

type ChangedFile = Changeset["files"][number];

/**
 * The changeset from tree `from` to tree `to`. What a reader would refuse is refused here, so that the rest of a bundle
 * is not lost to it: links, submodules, paths that policy does not let through, more files than a changeset may have.
 */
export async function buildChangeset(
  { from, to }: { readonly from: string; readonly to: string },
  { git }: { readonly git: Pick<Git, "changedPaths" | "listFiles" | "readFile"> },
): Promise<BuiltChangeset> {
  const paths = await git.changedPaths(from, to);
  if (paths.length > bundleLimits.files)
    return { status: "refused", reason: `it changes ${paths.length} files, more than ${bundleLimits.files}` };
  const entries = new Map((await git.listFiles(to)).map((entry) => [entry.path, entry]));
  const files: ChangedFile[] = [];
  for (const path of paths) {
    const file = await describeFile(path, entries.get(path), to, git);
    if (file === null) return { status: "refused", reason: `${JSON.stringify(path)} is no regular file` };
    files.push(file);
  }
  const changeset: Changeset = { version: BUNDLE_VERSION, files: files.toSorted(comparePaths) };
  const fault = await findChangesetFault(changeset);
  return fault === null ? { status: "built", changeset } : { status: "refused", reason: fault.reason };
}

async function describeFile(
  path: string,
  entry: TreeEntry | undefined,
  tree: string,
  git: Pick<Git, "readFile">,
): Promise<ChangedFile | null> {
  if (entry === undefined) return { change: "delete", path };
  const { mode } = entry;
  if (mode !== "100644" && mode !== "100755") return null;
  const bytes = await git.readFile(tree, path);
  if (bytes === null) return null;
  const text = decodeStrictly(bytes);
  return text === null
    ? { change: "write", path, mode, encoding: "base64", content: bytes.toString("base64") }
    : { change: "write", path, mode, encoding: "utf8", content: text };
}

function comparePaths(a: ChangedFile, b: ChangedFile): number {
  return a.path < b.path ? -1 : 1;
}
