import type { Mutant } from "./mutant.ts";
import type { MutantEnd } from "./read-mutant-run.ts";

/** A mutant, and how it fared. `uncovered`: no test goes through its line, so none was run. */
export type TriedMutant = {
  readonly mutant: Mutant;
  readonly end: MutantEnd | "uncovered";
  /** Test files that go through it. */
  readonly reaching: readonly string[];
};

/** What the tests of a repository make of faults in its code. */
export type MutationReport = {
  readonly gate: string;
  readonly tried: readonly TriedMutant[];
  /** How many mutants the operators know in the files; more than were tried where a bound chose. */
  readonly found: number;
  /** Files that were mutated, and those that were not, with the reason. */
  readonly files: readonly string[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** Test files of the gate. */
  readonly testFiles: readonly string[];
  /** How coverage was seen; a reason where it was not, and every mutant was run against everything. */
  readonly coverage: { readonly status: "seen" } | { readonly status: "unseen"; readonly reason: string };
  /** How the mutants were run. */
  readonly way: { readonly kind: "warm" | "plain"; readonly reason: string };
  readonly durationMs: number;
};
