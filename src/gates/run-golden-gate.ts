import type { Check } from "../domain/gate.ts";
import { findGoldenProjects } from "./find-golden-projects.ts";
import type { GateContext } from "./gate-context.ts";
import { errorOutcome, type GateOutcome } from "./gate-outcome.ts";
import { runGoldenProject } from "./run-golden-project.ts";
import { shareTime } from "./share-time.ts";

/**
 * Runs the command in each golden project's folder and compares what it gives with what the project expects, byte for
 * byte: one check a project, which fails too when it takes more than its share of the time. An empty set of projects,
 * or one without its expectation, is an error.
 */
export async function runGoldenGate(context: GateContext): Promise<GateOutcome> {
  const { spec, only } = context;
  const { golden } = spec;
  if (golden === undefined || (golden.stdout === undefined && golden.expected === undefined)) {
    return errorOutcome(
      `gate ${spec.name} does not say what its projects must give (golden.stdout, golden.expected)`,
    );
  }
  const trackedFiles = await context.listTrackedFiles();
  const projects = findGoldenProjects(golden.projects, spec.cwd, trackedFiles).filter(
    (project) => only === undefined || only.file === project,
  );
  if (projects.length === 0) return errorOutcome(`no folder with tracked files matches ${golden.projects}`);
  const checks: Check[] = [];
  let output = "";
  for (const [index, project] of projects.entries()) {
    const shareMs = shareTime(projects.length - index, context);
    const end = await runGoldenProject({ project, golden, trackedFiles, shareMs }, context);
    if (end.status === "error") return errorOutcome(`${project}: ${end.reason}`, end.run);
    const base = { file: project, suite: "", name: spec.name };
    if (end.status === "passed") {
      checks.push({ ...base, status: "passed" });
    } else {
      output = end.output;
      checks.push({ ...base, status: "failed", message: end.message });
    }
  }
  const failed = checks.filter(({ status }) => status === "failed").length;
  return {
    status: failed > 0 ? "failed" : "passed",
    reason: `${checks.length - failed} of ${checks.length} golden projects are as expected`,
    checks,
    exitCode: failed > 0 ? 1 : 0,
    output,
  };
}
