import type { Fetched } from "../download-once.ts";

/** A small project of a certain kind, with one bug that one edit mends. */
export type ProjectFixture = {
  readonly name: string;
  /** Writes the project, dependencies and all, into the empty `folder`. Installs from the registry where it has to. */
  readonly write: (folder: string) => Fetched;
  /** Runs the whole suite, by `sh -c` in the project's folder. */
  readonly command: string;
  /** The bug's line is in `file` exactly once; `to` is one known fix. */
  readonly fix: { readonly file: string; readonly from: string; readonly to: string };
};
