import { createTwoFilesPatch } from "diff";
import type { FileEdit } from "../domain/candidate.ts";
import type { WorkItem } from "../domain/work-item.ts";
import type { Git, TreeEntry } from "../ports.ts";

/** What memory keys an approach by: what failed, what was changed, and where the changed files stood. */
export type Approach = {
  readonly signature: string;
  /** Unified diff of the edits, files in path order. */
  readonly diff: string;
  readonly files: readonly { readonly path: string; readonly blob: string }[];
};

/** Describes edits of an item on a base tree, without writing an object. `blob` is "" for a file that is new. */
export async function describeApproach(
  input: {
    readonly edits: readonly FileEdit[];
    readonly item: WorkItem;
    readonly tree: string;
    readonly files: readonly TreeEntry[];
  },
  { git }: { readonly git: Pick<Git, "readFile"> },
): Promise<Approach> {
  const edits = [...input.edits].sort((a, b) => (a.path < b.path ? -1 : 1));
  const patches: string[] = [];
  for (const { path, content } of edits) {
    const before = (await git.readFile(input.tree, path))?.toString("utf8") ?? "";
    patches.push(createTwoFilesPatch(`a/${path}`, `b/${path}`, before, content ?? "", "", "", { context: 3 }));
  }
  const blobs = new Map(input.files.map(({ path, hash }) => [path, hash]));
  return {
    signature: input.item.signature,
    diff: patches.join(""),
    files: edits.map(({ path }) => ({ path, blob: blobs.get(path) ?? "" })),
  };
}
