import type { FileEdit } from "../../../domain/candidate.ts";

/** Why a path cannot be used: a sentence for the model. */
export type PathRefusal = { readonly status: "refused"; readonly reason: string };

/**
 * The candidate as a model edits it: the base, and the edits so far. The edits are kept here and not read back from the
 * sandbox, so that nothing that a gate wrote is ever part of the candidate. Paths are taken as models write them.
 */
export type Workspace = {
  /** A path relative to the root, "." for the root itself; whether anything is there is not looked at. */
  resolve(path: string): { readonly status: "resolved"; readonly path: string } | PathRefusal;
  /** Text of a tracked or created file as it is now, line ends and byte order mark as they are. */
  read(path: string): Promise<{ readonly status: "read"; readonly text: string } | PathRefusal>;
  /** Whether `write` may write here. `isOwn`: the candidate made the file. */
  check(
    path: string,
  ): Promise<
    { readonly status: "editable"; readonly isThere: boolean; readonly isOwn: boolean } | PathRefusal
  >;
  /**
   * Replaces a file that may be edited, or creates one that may be there. Content like the base's is no edit
   * (`restored`); a file of the candidate's own that is emptied goes (`taken-away`).
   */
  write(
    path: string,
    content: string,
  ): Promise<{ readonly status: "written" | "restored" | "taken-away" } | PathRefusal>;
  /** Paths of the tree with the edits, sorted: files, symbolic links and submodules. */
  list(): readonly string[];
  /** Those of them that are regular files. */
  listFiles(): Promise<readonly string[]>;
  /** What differs from the base, in path order. */
  edits(): readonly FileEdit[];
  /** Puts the sandbox to the base with the edits, whatever ran in it. */
  restore(): Promise<void>;
};
