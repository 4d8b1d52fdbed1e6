import type { GateSpec } from "../../domain/gate.ts";
import { completeGate } from "../gate-defaults.ts";
import { buildCommand } from "../shell/build-command.ts";
import { type ToolName, tools } from "../tools/registry.ts";
import type { Tool, ToolCall } from "../tools/tool.ts";
import { nameGate } from "./gate-name.ts";
import type { FoundGate } from "./project.ts";

/** A found gate of a known tool: its call made readable, with the tool's runner and format. */
export function makeGate(
  input: Pick<FoundGate, "reason" | "requires"> & {
    readonly toolName: ToolName;
    readonly call: ToolCall;
    readonly folder: string;
    /** Name without the folder; the tool's kind where it is not given. */
    readonly base?: string;
    readonly before?: GateSpec["before"];
  },
): FoundGate {
  const { toolName, call, folder, reason, requires, before = [] } = input;
  const tool: Tool = tools[toolName];
  const spec = completeGate({
    name: nameGate(input.base ?? tool.kind, folder),
    kind: tool.kind,
    format: tool.format,
    cwd: folder,
    before,
    ...tool.instrument(call),
    ...(tool.runner === undefined ? {} : { runner: tool.runner }),
  });
  const written = buildCommand([...call.program, ...call.args], call.assignments).command;
  return { spec, written, reason, requires };
}
