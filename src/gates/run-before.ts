import { fillCommand } from "./fill-command.ts";
import type { GateContext } from "./gate-context.ts";
import { errorOutcome, type GateOutcome } from "./gate-outcome.ts";
import { runTool } from "./run-tool.ts";
import { takeTail } from "./take-tail.ts";

/** Runs a gate's `before` commands in order; null when all succeeded, else the error that the gate then has. */
export async function runBefore(context: GateContext): Promise<GateOutcome | null> {
  for (const command of context.spec.before) {
    const filled = fillCommand(command, { support: context.sandbox.supportPath });
    const run = await runTool({ command: filled }, context);
    if (run.status === "error") return errorOutcome(`before: ${command}: ${run.reason}`, run);
    if (run.exitCode === 0) continue;
    const lastLines = takeTail(`${run.stdout}${run.stderr}`, 512).split("\n").slice(-5).join("\n");
    return errorOutcome(`before: ${command}: exit code ${run.exitCode}: ${lastLines}`, run);
  }
  return null;
}
