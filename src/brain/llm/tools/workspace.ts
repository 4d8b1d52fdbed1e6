import type { FileEdit } from "../../../domain/candidate.ts";

/** Why a path cannot be used: a sentence for the model. */
export type PathRefusal = { readonly status: "refused"; readonly reason: string };

/**
 * The candidate as a model edits it: the base, and the edits so far. The edits are kept here and not read back from the
 * sandbox, so that nothing that a gate wrote is ever part of the candidate.
 */
export type Workspace = {
  /** Text of a file as it is now. */
  read(path: string): Promise<{ readonly status: "read"; readonly text: string } | PathRefusal>;
  /** Replaces a file that may be edited, or creates one that may be there. */
  write(path: string, content: string): Promise<{ readonly status: "written" } | PathRefusal>;
  /** Paths of the tree with the edits, sorted. */
  list(): readonly string[];
  /** What differs from the base, in path order. */
  edits(): readonly FileEdit[];
  /** Puts the sandbox to the base with the edits, whatever ran in it. */
  restore(): Promise<void>;
};
