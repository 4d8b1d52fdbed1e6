import type { GateResult } from "../domain/gate.ts";
import type { ToolRun } from "./run-tool.ts";

/** What one kind of gate found out; `runGate` completes it to a result. */
export type GateOutcome = Pick<GateResult, "status" | "reason"> &
  Partial<Pick<GateResult, "checks" | "findings" | "measurements" | "exitCode">> & {
    /** What the tool printed, for the tail. */
    readonly output?: string;
  };

/** No evidence, and why. `run` is the tool run that it comes from. */
export function errorOutcome(reason: string, run?: ToolRun): GateOutcome {
  return {
    status: "error",
    reason,
    exitCode: run?.exitCode ?? null,
    output: run === undefined ? "" : `${run.stdout}${run.stderr}`,
  };
}
