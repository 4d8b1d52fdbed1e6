import type { GateResult } from "../domain/gate.ts";
import type { GateProof } from "../gates/prove.ts";
import type { CanaryFitness } from "./judgement/canary-trial.ts";

/** What the gates said of master's tree, and what must not be held against a candidate. */
export type BaseMeasurement = {
  readonly tree: string;
  readonly results: ReadonlyMap<string, GateResult>;
  /** Ids that are flaky or fail for the environment's sake, by gate. */
  readonly setAside: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids that not every run of the base had, by gate: nobody can ask for them. */
  readonly fleeting: ReadonlyMap<string, ReadonlySet<string>>;
  /** Files of the tree, and others that are picked up, that the base's own runs write: a candidate's may do so too. */
  readonly touched: ReadonlySet<string>;
  readonly proofs: ReadonlyMap<string, GateProof>;
  /** How canaries fit, by gate of tests. */
  readonly canaries: ReadonlyMap<string, CanaryFitness>;
};

/** Where a campaign stands between two cycles. */
export type Position = {
  /** Commit of master that the next sandbox opens from. */
  readonly commit: string;
  readonly tree: string;
  /** Null until the gates have run on this tree. */
  readonly measurement: BaseMeasurement | null;
};

/** A position whose tree the gates have run on. */
export type MeasuredPosition = Position & { readonly measurement: BaseMeasurement };

/**
 * The position after a cycle. What the gates said of a promoted candidate is what they say of master now, since the
 * trees are equal; without a promotion nothing has changed.
 */
export function moveOn(
  position: MeasuredPosition,
  commit: string,
  promoted: { readonly tree: string; readonly results: ReadonlyMap<string, GateResult> } | null,
): Position {
  if (promoted === null) return position;
  const { tree, results } = promoted;
  return { commit, tree, measurement: { ...position.measurement, tree, results } };
}
