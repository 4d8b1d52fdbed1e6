import type { GateResult, GateSpec } from "../../../domain/gate.ts";
import type { ModelTool, ModelToolCall } from "../../../domain/model.ts";
import type { BrainTask } from "../../brain.ts";
import type { GateRunRequest } from "../../gate-run-request.ts";
import type { Workspace } from "./workspace.ts";

/** What a call came to. `text` is for the model: a refusal says what it can do instead. */
export type ToolOutcome =
  | { readonly status: "done"; readonly text: string }
  | { readonly status: "refused"; readonly text: string }
  | { readonly status: "finished"; readonly summary: string }
  | { readonly status: "gave-up"; readonly reason: string };

/** What tools work on. */
export type ToolContext = {
  readonly task: Pick<BrainTask, "item" | "gate" | "sandbox" | "trackedFiles" | "knownFailures" | "signal">;
  readonly workspace: Workspace;
  /** All gates, for `run_gate`. */
  readonly gates: readonly GateSpec[];
  runGate(request: GateRunRequest): Promise<GateResult>;
};

/** One tool that a model can call. */
export type Tool = {
  readonly definition: ModelTool;
  /** Never rejects for what a model wrote; rejects only where the sandbox itself fails or the campaign is stopped. */
  run(call: Pick<ModelToolCall, "name" | "arguments">, context: ToolContext): Promise<ToolOutcome>;
};
