import type { FileEdit } from "../domain/candidate.ts";
import type { TreeEntry } from "../ports.ts";
import type { ChangeSet } from "./change-set.ts";

/** The change that edits make to a tree. `readBase` gives the text of a file on the tree, null where it is no text. */
export async function buildChangeSet(
  edits: readonly FileEdit[],
  {
    files,
    readBase,
  }: {
    readonly files: readonly TreeEntry[];
    readonly readBase: (path: string) => Promise<string | null>;
  },
): Promise<ChangeSet> {
  const entries = new Map(files.map((entry) => [entry.path, entry]));
  const changed = edits.map(async ({ path, mode, content }) => {
    const entry = entries.get(path);
    const text = entry === undefined ? null : await readBase(path);
    return {
      path,
      before:
        entry === undefined ? null : { mode: entry.mode, text, sizeBytes: Buffer.byteLength(text ?? "") },
      after: content === null ? null : { mode, text: content, sizeBytes: Buffer.byteLength(content) },
    };
  });
  return { files: await Promise.all(changed), entries };
}
