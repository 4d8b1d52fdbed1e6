import type { FileEdit } from "../../domain/candidate.ts";

/** One check of a canary. Its name holds `token`, which no other name of the run holds. */
export type CanaryCheck = {
  readonly token: string;
  /** How it ends where nobody meddles. */
  readonly must: "fail" | "pass";
  /** What it tries, in a few words: `assert.strictEqual`. */
  readonly what: string;
};

/** Tests with random names, to be planted in a tree for one run; most of them have to fail. */
export type Canary = {
  /** What plants it. */
  readonly edits: readonly FileEdit[];
  /** What takes it out again, exactly. */
  readonly undo: readonly FileEdit[];
  /** Random for each judgement, hexadecimal; in no argument and in no variable of the run. */
  readonly nonce: string;
  /** The test file that it is in, relative to the repository's root. */
  readonly file: string;
  /** `beside`: in a file of its own beside another test file; `inside`: at the end of one. */
  readonly placement: "beside" | "inside";
  readonly checks: readonly CanaryCheck[];
};
