import type { TextEdit } from "../../operators/text-edit.ts";

/** One place that a candidate changes. */
export type PlacedEdit = { readonly path: string; readonly edit: TextEdit };

/** A change to try, and how soon. */
export type SearchCandidate = {
  /** One for most; two where two places have to change together. Those of one file do not overlap. */
  readonly edits: readonly [PlacedEdit, ...PlacedEdit[]];
  /** The operator's name; of two edits, both with a "+" between. */
  readonly origin: string;
  /** One line, imperative, with the file. */
  readonly summary: string;
  /** Suspicion × operator's prior × the edit's weight, and once ranked × what the operator has earned. */
  readonly score: number;
  /** Candidates with the same key give the same texts. */
  readonly key: string;
};
