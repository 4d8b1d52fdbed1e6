import type { ShellSegment } from "../shell/split-shell.ts";
import { parseToolCall } from "./parse-tool-call.ts";
import { type ToolName, toolNames, tools } from "./registry.ts";
import type { Tool, ToolCall } from "./tool.ts";

/** A simple command that starts a known tool. */
export type FoundCall = { readonly toolName: ToolName; readonly tool: Tool; readonly call: ToolCall };

/** The known tool that a simple command starts, or null. */
export function findToolCall(segment: Pick<ShellSegment, "assignments" | "words">): FoundCall | null {
  const call = parseToolCall(segment);
  if (call === null) return null;
  const toolName = toolNames.find((name) => tools[name].isStartedBy(call));
  return toolName === undefined ? null : { toolName, tool: tools[toolName], call };
}
