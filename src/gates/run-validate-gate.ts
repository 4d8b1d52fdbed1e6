import type { Check } from "../domain/gate.ts";
import { fillCommand } from "./fill-command.ts";
import type { GateContext } from "./gate-context.ts";
import { errorOutcome, type GateOutcome } from "./gate-outcome.ts";
import { globFiles } from "./glob-files.ts";
import { relativeToFolder } from "./relative-to-folder.ts";
import { runTool } from "./run-tool.ts";
import { shareTime } from "./share-time.ts";
import { takeTail } from "./take-tail.ts";

/**
 * Runs a command once for each matching file; exit code 0 passes it, and a file that takes more than its share of the
 * time fails. No matching file at all is an error.
 */
export async function runValidateGate(context: GateContext): Promise<GateOutcome> {
  const { spec, sandbox, only } = context;
  const globs = spec.files ?? [];
  const matching = globFiles(globs, spec.cwd, await context.listTrackedFiles()).filter(
    (file) => only === undefined || only.file === file,
  );
  const checks: Check[] = [];
  let output = "";
  for (const [index, file] of matching.entries()) {
    // A file that the candidate has deleted has no result, so that the comparison finds it missing.
    if ((await sandbox.read(file)) === null) continue;
    const values = { file: relativeToFolder(file, spec.cwd), support: sandbox.supportPath };
    const shareMs = shareTime(matching.length - index, context);
    const run = await runTool({ command: fillCommand(spec.command, values), shareMs }, context);
    if (run.status === "error" && !run.isOverShare) return errorOutcome(`${file}: ${run.reason}`, run);
    const printed = `${run.stdout}${run.stderr}`;
    const base = { file, suite: "", name: spec.name };
    if (run.status === "ended" && run.exitCode === 0) {
      checks.push({ ...base, status: "passed" });
    } else {
      output = printed;
      checks.push({
        ...base,
        status: "failed",
        message: run.status === "error" ? run.reason : takeTail(printed, 2048) || `exit code ${run.exitCode}`,
      });
    }
  }
  if (checks.length === 0)
    return errorOutcome(`no tracked file matches ${globs.join(", ") || "the gate's files"}`);
  const failed = checks.filter(({ status }) => status === "failed").length;
  return {
    status: failed > 0 ? "failed" : "passed",
    reason: `${checks.length - failed} of ${checks.length} files are valid`,
    checks,
    exitCode: failed > 0 ? 1 : 0,
    output,
  };
}
