import type { Statement } from "../strength/find-statements.ts";

/** A file with one small fault in it. */
export type Mutant = {
  readonly path: string;
  /** The whole file with the fault. */
  readonly content: string;
  /** Where the fault begins, 1-based, in the file without it. */
  readonly line: number;
  /** The operator that planted it. */
  readonly operator: string;
  /** What the fault is, on one line. */
  readonly summary: string;
  /** The lines that differ, without and with the fault. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How likely people make this mistake: the operator's prior × the edit's weight, above 0 and at most 1. */
  readonly likelihood: number;
  /** The statement that it is in. */
  readonly statement: Statement;
};
