import type { Command } from "../domain/gate.ts";
import { plainWord } from "./shell/plain-word.ts";
import { type ShellSegment, splitShell } from "./shell/split-shell.ts";
import { findToolCall } from "./tools/find-tool-call.ts";
import type { ToolName } from "./tools/registry.ts";
import type { InstrumentedCall, Tool } from "./tools/tool.ts";

/** A command in which a known tool was seen, rewritten so that its report can be read. */
export type InstrumentedCommand = InstrumentedCall & { readonly toolName: ToolName; readonly tool: Tool };

/**
 * Looks for a known tool in a command and makes its report readable. In a shell string the tool has to be the last
 * command of an `&&` list; what stands before it stays before it. Null when no tool is seen for sure.
 */
export function instrumentCommand(command: Command): InstrumentedCommand | null {
  if (typeof command !== "string") {
    const found = findToolCall({ assignments: [], words: command.map(plainWord) });
    return found === null ? null : { ...found.tool.instrument(found.call), ...pick(found) };
  }
  const segments = splitShell(command);
  const last = segments?.at(-1);
  if (segments === null || last === undefined) return null;
  if (segments.slice(1).some(({ operator }) => operator !== "&&")) return null;
  const found = findToolCall(last);
  if (found === null) return null;
  const instrumented = found.tool.instrument(found.call);
  if (segments.length === 1) return { ...instrumented, ...pick(found) };
  const lead = segments.slice(0, -1);
  // A tool that is run once for each file cannot carry what has to run once before all of them.
  if (instrumented.files !== undefined) return null;
  return {
    ...instrumented,
    command: prepend(lead, instrumented.command),
    ...(instrumented.only === undefined ? {} : { only: prepend(lead, instrumented.only) }),
    ...(instrumented.fix === undefined ? {} : { fix: prepend(lead, instrumented.fix) }),
    ...pick(found),
  };
}

function prepend(lead: readonly ShellSegment[], command: Command): string {
  const text = typeof command === "string" ? command : command.map((word) => plainWord(word).raw).join(" ");
  return [...lead.map(({ raw }) => raw), text].join(" && ");
}

function pick({ toolName, tool }: InstrumentedCommand | { toolName: ToolName; tool: Tool }) {
  return { toolName, tool };
}
