import { posix } from "node:path";
import { plainWord } from "../shell/plain-word.ts";
import type { ToolCall } from "../tools/tool.ts";
import type { NodePackage } from "./node-package.ts";
import type { Requirement } from "./project.ts";
import { resolveBin } from "./resolve-bin.ts";

/**
 * A call as it can be run without a package manager: the program that npm would find on its PATH, or that `npx`
 * would look up, becomes its path in `node_modules/.bin`. Also what has to be installed for it.
 */
export async function localiseCall(
  call: ToolCall,
  { folder, isInstalled }: Pick<NodePackage, "folder" | "isInstalled">,
): Promise<{ readonly call: ToolCall; readonly requires: readonly Requirement[] }> {
  const first = call.program[0]?.text ?? "";
  const node: Requirement = { kind: "program", name: "node" };
  if (call.name === "node") return { call, requires: [node] };
  if (first === "node" || first.endsWith("/node")) {
    const path = posix.normalize(posix.join(folder, call.program.at(-1)?.text ?? ""));
    return { call, requires: [node, { kind: "path", path }] };
  }
  const bin = await resolveBin(call.name, folder, { isInstalled });
  return { call: { ...call, program: [plainWord(bin.command)] }, requires: [node, bin.requirement] };
}
