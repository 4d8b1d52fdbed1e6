import type { GateResult, GateSpec } from "../domain/gate.ts";
import { findEnvironmentFailures } from "../gates/find-environment-failures.ts";
import { findUnstable } from "../gates/find-unstable.ts";
import { type GateProof, proveGate } from "../gates/prove.ts";
import { runGate } from "../gates/run-gate.ts";
import { summarizeGate } from "../gates/summarize-gate.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { findEditableFiles } from "./find-editable-files.ts";
import type { BaseMeasurement, Position } from "./position.ts";

/**
 * What the gates say of master's tree. A tree that was measured is not run again. The first time, gates run twice,
 * so that flaky checks are known; red ones run once more outside isolation, to know those that fail for the
 * sandbox's sake; and each gate proves that it can fail.
 */
export async function measureBase(sandbox: Sandbox, position: Position, deps: CampaignDeps): Promise<BaseMeasurement> {
  if (position.measurement !== null) return position.measurement;
  const results = new Map<string, GateResult>();
  const setAside = new Map<string, ReadonlySet<string>>();
  const proofs = new Map<string, GateProof>();
  const files = await deps.git.listFiles(position.tree);
  const sources = findEditableFiles(files, deps.config);
  for (const spec of deps.gates) {
    deps.signal.throwIfAborted();
    deps.onProgress({ phase: "measuring", detail: spec.name });
    const result = await runClean(spec, sandbox, deps);
    results.set(spec.name, result);
    setAside.set(spec.name, await setAsideChecks(spec, result, sandbox, position, deps));
  }
  await deps.log.append({
    type: "gates-measured",
    tree: position.tree,
    results: [...results.values()].map(summarizeGate),
  });
  for (const spec of deps.gates) {
    deps.signal.throwIfAborted();
    deps.onProgress({ phase: "proving", detail: spec.name });
    const baseResult = results.get(spec.name);
    if (baseResult === undefined) continue;
    await sandbox.reset();
    const proof = await proveGate({ spec, sandbox, baseResult, sources }, deps);
    proofs.set(spec.name, proof);
    const { status, file, reason } = proof;
    await deps.log.append({ type: "gate-proved", gate: spec.name, status, file, reason });
  }
  await sandbox.reset();
  return { tree: position.tree, results, setAside, proofs };
}

async function runClean(spec: GateSpec, sandbox: Sandbox, deps: CampaignDeps): Promise<GateResult> {
  await sandbox.reset();
  return runGate({ spec, sandbox }, deps);
}

/** Ids of flaky checks and of those that fail only inside isolation; each kind is an event with its hint. */
async function setAsideChecks(
  spec: GateSpec,
  first: GateResult,
  sandbox: Sandbox,
  position: Position,
  deps: CampaignDeps,
): Promise<ReadonlySet<string>> {
  const second = await runClean(spec, sandbox, deps);
  const flaky = findUnstable(first, second);
  if (flaky.length > 0) {
    const hint = "These differed between two runs of the same tree. Make them deterministic to have them count.";
    await deps.log.append({ type: "checks-set-aside", gate: spec.name, reason: "flaky", ids: [...flaky], hint });
  }
  const environment = await findIsolationFailures(spec, first, sandbox, position, deps);
  return new Set([...flaky, ...environment]);
}

/**
 * Runs a red gate once more outside isolation. Only where the tree is sacred's own, which people wrote: a promoted
 * tree holds code that no person has read yet. Never where secrets are (Actions), which run their probe elsewhere.
 */
async function findIsolationFailures(
  spec: GateSpec,
  inside: GateResult,
  sandbox: Sandbox,
  position: Position,
  deps: CampaignDeps,
): Promise<readonly string[]> {
  if (inside.status === "passed" || !sandbox.isIsolated || !deps.mayProbeOutside) return [];
  if (position.tree !== (await deps.git.treeOf(deps.log.state().base))) return [];
  await sandbox.reset();
  const outsideSandbox: Sandbox = { ...sandbox, run: (command) => sandbox.runOutside(command) };
  const outside = await runGate({ spec, sandbox: outsideSandbox }, deps);
  const found = findEnvironmentFailures(inside, outside);
  if (found.ids.length === 0) return [];
  const { ids, hint } = found;
  await deps.log.append({ type: "checks-set-aside", gate: spec.name, reason: "environment", ids: [...ids], hint });
  return ids;
}
