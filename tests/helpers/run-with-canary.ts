import { instrumentCommand } from "../../src/config/instrument-command.ts";
import type { FileEdit } from "../../src/domain/candidate.ts";
import type { GateResult, GateSpec } from "../../src/domain/gate.ts";
import type { Canary } from "../../src/gates/canary/canary.ts";
import { type CanaryPlan, planCanary } from "../../src/gates/canary/plan-canary.ts";
import { type CanaryVerdict, readCanary } from "../../src/gates/canary/read-canary.ts";
import type { GateDeps } from "../../src/gates/gate-context.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import type { CanaryProject } from "./canary-projects.ts";
import { buildGateDeps, buildSpec } from "./gate-fixtures.ts";
import { openLocalSandbox } from "./local-sandbox.ts";

/** The gate that detection makes of a project's command. */
function specOf({ command, format: ownFormat }: Pick<CanaryProject, "command" | "format">): GateSpec {
  if (ownFormat !== undefined) return buildSpec({ kind: "tests", format: ownFormat, command });
  const call = instrumentCommand(command);
  if (call === null) throw new Error(`no tool is seen in ${command}`);
  const { format, runner } = call.tool;
  return buildSpec({ kind: "tests", format, ...(runner ? { runner } : {}), timeoutMs: 120_000, ...call });
}

/** A project's base measured, and then the changed tree with its canary. */
export type CanaryRun = {
  readonly base: GateResult;
  readonly raw: GateResult;
  readonly result: GateResult;
  readonly verdict: CanaryVerdict;
  readonly canary: Canary;
};

/** Runs the gate on the base, changes files, plants a canary, and runs it again. */
export async function runWithCanary(
  project: CanaryProject,
  changes: Readonly<Record<string, string>> = {},
  options: { readonly placement?: Canary["placement"]; readonly deps?: Partial<GateDeps> } = {},
): Promise<CanaryRun> {
  const spec = specOf(project);
  const { files, links = {}, env = {} } = project;
  await using sandbox = await openLocalSandbox({ files, links, env });
  const trackedFiles = [...new Set([...Object.keys(files), ...Object.keys(changes)])];
  const deps = { ...buildGateDeps(trackedFiles), ...options.deps };
  const base = await runGate({ spec, sandbox }, deps);
  await sandbox.reset();
  const edits = Object.entries(changes).map(
    ([path, content]): FileEdit => ({ path, mode: "100644", content }),
  );
  await sandbox.apply(edits);
  const plan: CanaryPlan = await planCanary({
    spec,
    base,
    changedPaths: edits.length === 0 ? [project.source] : edits.map(({ path }) => path),
    sandbox,
    trackedFiles,
    ...(options.placement === undefined ? {} : { placement: options.placement }),
  });
  if (plan.status === "impossible") throw new Error(plan.reason);
  const { canary } = plan;
  await sandbox.apply(canary.edits);
  const raw = await runGate({ spec, sandbox, canary, trackedFiles }, deps);
  await sandbox.apply(canary.undo);
  return { base, raw, canary, ...readCanary(raw, canary) };
}
