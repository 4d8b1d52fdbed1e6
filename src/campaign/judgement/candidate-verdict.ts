import type { Denial } from "../../domain/denial.ts";
import type { GateResult } from "../../domain/gate.ts";
import type { Judgement } from "../../domain/judgement.ts";

/** A judgement, and the results of the candidate's own tree: complete when it is `promote`. */
export type CandidateVerdict = {
  readonly judgement: Judgement;
  readonly results: ReadonlyMap<string, GateResult>;
  /** What a reviewer may like to know of its tests. */
  readonly notes: readonly Denial[];
};
