import type { GateResult, GateSpec } from "../domain/gate.ts";
import { type EnvironmentFailures, findEnvironmentFailures } from "../gates/find-environment-failures.ts";
import { runGate } from "../gates/run-gate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { findSupportFolder } from "../sandbox/support-folder.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import type { Position } from "./position.ts";

/** A gate that was red on master's tree, and the sandbox that it ran in. */
export type ProbeInput = {
  readonly spec: GateSpec;
  readonly inside: GateResult;
  readonly sandbox: Sandbox;
  readonly position: Position;
  /** Ids that differed between two runs inside: that they differ outside says nothing of isolation. */
  readonly flaky: ReadonlySet<string>;
};

/**
 * Ids that a red gate fails inside isolation alone, found by running it once more outside. What runs outside is always
 * sacred's own tree, which people wrote: master may hold promoted code that no person has read yet. Never where
 * secrets are.
 */
export async function findIsolationFailures(
  input: ProbeInput,
  deps: CampaignDeps,
): Promise<readonly string[]> {
  const { spec, inside, sandbox, position } = input;
  if (inside.status === "passed" || !sandbox.isIsolated || !deps.mayProbeOutside) return [];
  deps.onProgress({ phase: "probing", detail: spec.name });
  const { base } = deps.log.state();
  const isSacred = position.tree === (await deps.git.treeOf(base));
  const found = isSacred ? await probe(spec, inside, sandbox, deps) : await probeSacred(spec, base, deps);
  if (found === null) return [];
  const ids = found.ids.filter((id) => !input.flaky.has(id));
  if (ids.length === 0 && found.ids.length > 0) return [];
  await deps.log.append({
    type: "checks-set-aside",
    gate: spec.name,
    reason: "environment",
    ids,
    hint: found.hint,
  });
  return ids;
}

/** Where master has moved on from sacred, both runs are of sacred, so that only isolation differs. */
async function probeSacred(
  spec: GateSpec,
  sacred: string,
  deps: CampaignDeps,
): Promise<EnvironmentFailures | null> {
  await using sandbox = await deps.sandboxes.open(`${deps.campaign}/sacred`, sacred);
  return await probe(spec, await runGate({ spec, sandbox }, deps), sandbox, deps);
}

async function probe(
  spec: GateSpec,
  inside: GateResult,
  sandbox: Sandbox,
  deps: CampaignDeps,
): Promise<EnvironmentFailures | null> {
  await sandbox.reset();
  const outside = await runGate({ spec, sandbox: outsideOf(sandbox) }, deps);
  return findEnvironmentFailures(inside, outside);
}

function outsideOf(sandbox: Sandbox): Sandbox {
  return {
    ...sandbox,
    mountPath: sandbox.dir,
    outMountPath: sandbox.outDir,
    supportPath: findSupportFolder(),
    run: (command) => sandbox.runOutside(command),
  };
}
