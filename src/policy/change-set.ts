import type { TreeEntry } from "../ports.ts";

/** A file on one side of a change. */
export type FileState = {
  /** As git writes it: "100644", "100755", "120000" (symbolic link), "160000" (submodule) or anything hostile. */
  readonly mode: string;
  /** UTF-8 text with its own line ends; null where the content is no text. */
  readonly text: string | null;
  readonly sizeBytes: number;
};

/** One file that a change touches. `before: null`: it is new; `after: null`: it is deleted. A renaming is two files. */
export type ChangedFile = {
  /** Relative to the repository's root, `/` separators; as hostile as who made the change. */
  readonly path: string;
  readonly before: FileState | null;
  readonly after: FileState | null;
};

/** A whole change: what it touches, and the tree that it starts from. */
export type ChangeSet = {
  readonly files: readonly ChangedFile[];
  /** All files of the tree before, by path. */
  readonly entries: ReadonlyMap<string, TreeEntry>;
};
