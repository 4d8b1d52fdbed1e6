import type { TextEdit } from "../../operators/text-edit.ts";

/** One edit to try, and how soon. */
export type SearchCandidate = {
  readonly path: string;
  readonly edit: TextEdit;
  /** The operator's name. */
  readonly origin: string;
  /** One line, imperative, with the file. */
  readonly summary: string;
  /** Suspicion × operator's prior × the edit's weight, and once ranked × what the operator has earned. */
  readonly score: number;
  /** Candidates of one file with the same key give the same text. */
  readonly key: string;
};
