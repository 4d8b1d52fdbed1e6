import { decodeStrictly } from "../../adapters/git-text.ts";
import type { Git, TreeEntry } from "../../ports.ts";
import type { ChangedFile, ChangeSet, FileState } from "../change-set.ts";
import { hasForeignBytes } from "./has-foreign-bytes.ts";

const unreadable: FileState = { mode: "100644", text: null, sizeBytes: 0 };

/**
 * The change from one tree to another. A file whose path is not valid UTF-8 is in no listing; where one changes, it is
 * in the result as a file without text, so that it is judged and not overlooked.
 */
export async function compareTrees(
  { from, to }: { readonly from: string; readonly to: string },
  { git }: { readonly git: Pick<Git, "changedPaths" | "listFiles" | "readFile"> },
): Promise<ChangeSet> {
  const entries = indexEntries(await git.listFiles(from));
  const after = indexEntries(await git.listFiles(to));
  const files: ChangedFile[] = [];
  for (const path of await git.changedPaths(from, to)) {
    const before = await readState(entries.get(path), from, git);
    files.push({
      path,
      before,
      after: hasForeignBytes(path) ? unreadable : await readState(after.get(path), to, git),
    });
  }
  return { files, entries };
}

function indexEntries(files: readonly TreeEntry[]): ReadonlyMap<string, TreeEntry> {
  return new Map(files.map((entry) => [entry.path, entry]));
}

async function readState(
  entry: TreeEntry | undefined,
  tree: string,
  git: Pick<Git, "readFile">,
): Promise<FileState | null> {
  if (entry === undefined) return null;
  const bytes = await git.readFile(tree, entry.path);
  const text = bytes === null ? null : decodeStrictly(bytes);
  return { mode: entry.mode, text, sizeBytes: bytes?.length ?? 0 };
}
