import type { GateResult } from "../../../domain/gate.ts";
import type { OnlyPart } from "../../gate-run-request.ts";

/** One of the runs that a candidate has to pass, the cheapest first. */
export type Stage = {
  readonly name: "test" | "file" | "gate";
  /** Absent: the whole gate. */
  readonly only?: OnlyPart;
  /** The same run without a candidate; null where the campaign's own measurement stands for it. */
  readonly base: GateResult | null;
  readonly timeoutMs: number;
};
