import type { ModelTool, ModelToolCall } from "../../../domain/model.ts";
import { cleanText } from "../prompt/clean-text.ts";
import { createFile } from "./create-file.ts";
import { editFile } from "./edit-file.ts";
import { finish } from "./finish.ts";
import { giveUp } from "./give-up.ts";
import { listDirectory } from "./list-directory.ts";
import { quotePath } from "./quote-path.ts";
import { readFile } from "./read-file.ts";
import { runGate } from "./run-gate.ts";
import { search } from "./search.ts";
import type { Tool, ToolContext, ToolOutcome } from "./tool.ts";

const tools: readonly Tool[] = [
  readFile,
  listDirectory,
  search,
  editFile,
  createFile,
  runGate,
  finish,
  giveUp,
];

/** The tools as a model is told of them. */
export const toolDefinitions: readonly ModelTool[] = tools.map(({ definition }) => definition);

/**
 * Runs a call; one of a tool that is not there is refused with the names of those that are. What a model is told is free
 * of marks that nobody sees or that its provider might take for something else.
 */
export async function runTool(call: ModelToolCall, context: ToolContext): Promise<ToolOutcome> {
  const tool = tools.find(({ definition }) => definition.name === call.name);
  if (tool !== undefined) return cleanOutcome(await tool.run(call, context));
  const names = toolDefinitions.map(({ name }) => name).join(", ");
  return { status: "refused", text: `There is no tool ${quotePath(call.name)}. There are: ${names}.` };
}

function cleanOutcome(outcome: ToolOutcome): ToolOutcome {
  return "text" in outcome ? { ...outcome, text: cleanText(outcome.text) } : outcome;
}
