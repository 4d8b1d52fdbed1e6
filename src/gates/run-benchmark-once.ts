import type { BenchmarkRule } from "../domain/gate.ts";
import { fillCommand } from "./fill-command.ts";
import type { GateContext } from "./gate-context.ts";
import { runTool, type ToolRun } from "./run-tool.ts";

/** One measured number, or why there is none. */
export type Measurement =
  | { readonly status: "measured"; readonly value: number; readonly run: ToolRun }
  | { readonly status: "error"; readonly reason: string; readonly run: ToolRun };

/** Runs a benchmark's command once and reads its number. */
export async function runBenchmarkOnce(rule: BenchmarkRule, context: GateContext): Promise<Measurement> {
  const { spec, sandbox } = context;
  const run = await runTool(
    { command: fillCommand(spec.command, { support: sandbox.supportPath }) },
    context,
  );
  if (run.status === "error") return { status: "error", reason: run.reason, run };
  if (run.exitCode !== 0) return { status: "error", reason: `exit code ${run.exitCode}`, run };
  const text = new RegExp(rule.pattern, "m").exec(run.stdout)?.[1]?.replaceAll(/[,_ ]/g, "");
  const value = text === undefined || text === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) {
    return { status: "error", reason: `the output has no number that matches /${rule.pattern}/`, run };
  }
  return { status: "measured", value, run };
}
