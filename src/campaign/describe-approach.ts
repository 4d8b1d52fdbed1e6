import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { FileEdit } from "../domain/candidate.ts";
import type { WorkItem } from "../domain/work-item.ts";
import type { Git, TreeEntry } from "../ports.ts";

/** What memory keys an approach by: what failed, what was changed, and where the changed files stood. */
export type Approach = {
  readonly signature: string;
  /** Unified diff of the edits, files in path order. */
  readonly diff: string;
  /** `blob` is "" for a file that is new. */
  readonly files: readonly { readonly path: string; readonly blob: string }[];
};

/**
 * Makes the function that describes edits of an item on a base tree. It writes no object and reads each file once, so
 * that a brain can ask about hundreds of candidates.
 */
export function createApproachDescriber(
  base: { readonly item: WorkItem; readonly tree: string; readonly files: readonly TreeEntry[] },
  { git }: { readonly git: Pick<Git, "readFile"> },
): (edits: readonly FileEdit[]) => Promise<Approach> {
  const blobs = new Map(base.files.map(({ path, hash }) => [path, hash]));
  const texts = new Map<string, string>();
  const read = async (path: string): Promise<string> => {
    const known = texts.get(path);
    if (known !== undefined) return known;
    const text = (await git.readFile(base.tree, path))?.toString("utf8") ?? "";
    texts.set(path, text);
    return text;
  };
  return async (edits) => {
    const sorted = [...edits].sort((a, b) => (a.path < b.path ? -1 : 1));
    const patches: string[] = [];
    for (const { path, content } of sorted) {
      const before = await read(path);
      patches.push(
        createTwoFilesPatch(`a/${path}`, `b/${path}`, before, content ?? "", "", "", {
          context: 3,
          headerOptions: FILE_HEADERS_ONLY,
        }),
      );
    }
    return {
      signature: base.item.signature,
      diff: patches.join(""),
      files: sorted.map(({ path }) => ({ path, blob: blobs.get(path) ?? "" })),
    };
  };
}
