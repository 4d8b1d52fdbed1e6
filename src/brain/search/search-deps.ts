import type { GateResult } from "../../domain/gate.ts";
import type { Clock } from "../../ports.ts";
import type { GateRunRequest } from "../gate-run-request.ts";
import type { RankedGroup } from "./choose/order-groups.ts";
import type { SearchCandidate } from "./search-candidate.ts";
import type { WarmRunner } from "./warm/warm-session.ts";

/** What the search brain gets from outside. */
export type SearchDeps = {
  /** The gates' own runner: the same reports and the same rules as in a judgement. */
  runGate(request: GateRunRequest): Promise<GateResult>;
  readonly clock: Pick<Clock, "elapsedMs">;
  /** Instead of those of the registry; none: every candidate takes the plain way. */
  readonly warmRunners?: readonly WarmRunner[];
  /** Told every candidate of one edit, best first, before the first of them is run. */
  onRanked?(candidates: readonly SearchCandidate[]): void;
  /** Told what there was to choose from, best first, before the first of them is proposed. */
  onChoice?(groups: readonly RankedGroup[]): void;
};
