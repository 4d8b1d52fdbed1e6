import { fillCommand } from "./fill-command.ts";
import type { GateContext } from "./gate-context.ts";
import { errorOutcome, type GateOutcome } from "./gate-outcome.ts";
import { runTool } from "./run-tool.ts";
import { takeTail } from "./take-tail.ts";

/** Runs a command of which nothing but the exit code is known: one check, named like the gate. */
export async function runCommandGate(context: GateContext): Promise<GateOutcome> {
  const { spec, sandbox } = context;
  const run = await runTool(
    { command: fillCommand(spec.command, { support: sandbox.supportPath }) },
    context,
  );
  if (run.status === "error") return errorOutcome(run.reason, run);
  const output = `${run.stdout}${run.stderr}`;
  const check = { file: "", suite: "", name: spec.name };
  const reason = `exit code ${run.exitCode}`;
  const { exitCode } = run;
  if (exitCode === 0)
    return { status: "passed", reason, checks: [{ ...check, status: "passed" }], exitCode, output };
  const message = takeTail(output, 2048) || reason;
  return { status: "failed", reason, checks: [{ ...check, status: "failed", message }], exitCode, output };
}
