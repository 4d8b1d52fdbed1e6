import type { ModelTool, ModelToolCall } from "../../../domain/model.ts";
import type { Tool, ToolContext, ToolOutcome } from "./tool.ts";

const tools: readonly Tool[] = [];

/** The tools as a model is told of them. */
export const toolDefinitions: readonly ModelTool[] = tools.map(({ definition }) => definition);

/** Runs a call; one of a tool that is not there is refused with the names of those that are. */
export async function runTool(_call: ModelToolCall, _context: ToolContext): Promise<ToolOutcome> {
  return { status: "refused", text: "There is no tool." };
}
