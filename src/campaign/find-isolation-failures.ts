import type { GateResult, GateSpec } from "../domain/gate.ts";
import { findEnvironmentFailures } from "../gates/find-environment-failures.ts";
import { runGate } from "../gates/run-gate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { findSupportFolder } from "../sandbox/support-folder.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import type { Position } from "./position.ts";

/**
 * Ids that a red gate fails inside isolation alone, found by running it once more outside. Only where the tree is
 * sacred's own, which people wrote: a promoted tree holds code that no person has read yet. Never where secrets are.
 */
export async function findIsolationFailures(
  input: {
    readonly spec: GateSpec;
    readonly inside: GateResult;
    readonly sandbox: Sandbox;
    readonly position: Position;
  },
  deps: CampaignDeps,
): Promise<readonly string[]> {
  const { spec, inside, sandbox, position } = input;
  if (inside.status === "passed" || !sandbox.isIsolated || !deps.mayProbeOutside) return [];
  if (position.tree !== (await deps.git.treeOf(deps.log.state().base))) return [];
  await sandbox.reset();
  deps.onProgress({ phase: "probing", detail: spec.name });
  const outsideSandbox: Sandbox = {
    ...sandbox,
    mountPath: sandbox.dir,
    outMountPath: sandbox.outDir,
    supportPath: findSupportFolder(),
    run: (command) => sandbox.runOutside(command),
  };
  const outside = await runGate({ spec, sandbox: outsideSandbox }, deps);
  const found = findEnvironmentFailures(inside, outside);
  if (found === null) return [];
  const ids = [...found.ids];
  await deps.log.append({
    type: "checks-set-aside",
    gate: spec.name,
    reason: "environment",
    ids,
    hint: found.hint,
  });
  return ids;
}
