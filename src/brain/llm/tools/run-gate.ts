import { z } from "zod";
import type { GateSpec } from "../../../domain/gate.ts";
import { createTool } from "./create-tool.ts";
import { describeGateRun } from "./describe-gate-run.ts";
import { optionalArgument } from "./optional-argument.ts";
import { quotePath } from "./quote-path.ts";
import { suggestPaths } from "./suggest-paths.ts";
import type { ToolContext } from "./tool.ts";

/**
 * Runs a gate on the candidate as it is, for a quick look. Whatever the gate does to the tree is undone, and what it says
 * is no evidence: the campaign runs all gates itself.
 */
export const runGate = createTool({
  name: "run_gate",
  description: "Run a gate on the edits, for a quick look.",
  schema: z.object({
    name: z.string(),
    only: optionalArgument(z.string()).describe("A test file, to run it alone"),
  }),
  run: async ({ name, only }, context) => {
    const spec = context.gates.find((gate) => gate.name === name);
    if (spec === undefined) return { status: "refused", text: explainNoGate(name, context.gates) };
    const part = only === undefined ? null : findPart(only, spec, context);
    if (part?.status === "refused") return { status: "refused", text: part.reason };
    const { workspace, task } = context;
    const file = part?.file ?? null;
    task.signal.throwIfAborted();
    await workspace.restore();
    try {
      const result = await context.runGate({
        spec,
        sandbox: task.sandbox,
        ...(file === null ? {} : { only: { file } }),
        trackedFiles: workspace.list(),
        signal: task.signal,
      });
      task.signal.throwIfAborted();
      return {
        status: "done",
        text: describeGateRun({ result, only: file, note: part?.note ?? null }, context),
      };
    } finally {
      await workspace.restore();
    }
  },
});

type Part =
  | { readonly status: "part"; readonly file: string | null; readonly note: string | null }
  | { readonly status: "refused"; readonly reason: string };

/** Golden projects are folders, all else is files. */
function findPart(only: string, spec: GateSpec, { workspace }: ToolContext): Part {
  const resolved = workspace.resolve(only);
  if (resolved.status === "refused") return resolved;
  const { path } = resolved;
  const paths = workspace.list();
  const isThere =
    paths.includes(path) || (spec.kind === "golden" && paths.some((file) => file.startsWith(`${path}/`)));
  if (!isThere)
    return {
      status: "refused",
      reason: `There is no ${quotePath(path)} to run.${suggestPaths(path, paths)}`,
    };
  const canRunPart = spec.only !== undefined || spec.files !== undefined || spec.kind === "golden";
  return canRunPart
    ? { status: "part", file: path, note: null }
    : { status: "part", file: null, note: `Gate ${spec.name} cannot be run in part, so all of it was run.` };
}

function explainNoGate(name: string, gates: readonly GateSpec[]): string {
  const names = gates.map((gate) => gate.name).join(", ");
  return `There is no gate ${quotePath(name)}. There are: ${names === "" ? "none" : names}.`;
}
