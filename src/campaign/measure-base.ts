import type { GateResult } from "../domain/gate.ts";
import { findUnstable } from "../gates/find-unstable.ts";
import { type GateProof, proveGate } from "../gates/prove.ts";
import { runGates } from "../gates/run-gates.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { findEditableFiles } from "./find-editable-files.ts";
import { findIsolationFailures } from "./find-isolation-failures.ts";
import { journalMeasurement } from "./journal-measurement.ts";
import { orderForProof } from "./order-for-proof.ts";
import type { BaseMeasurement, Position } from "./position.ts";

/**
 * What the gates say of master's tree. A tree that was measured is not run again. The first time, gates run twice, so
 * that flaky checks are known; red ones run once more outside isolation, so that those that fail for the sandbox's
 * sake are known; and each gate proves that it can fail.
 */
export async function measureBase(
  sandbox: Sandbox,
  position: Position,
  deps: CampaignDeps,
): Promise<BaseMeasurement> {
  if (position.measurement !== null) return position.measurement;
  const results = await runAll(sandbox, deps);
  await journalMeasurement({ tree: position.tree, results }, deps);
  const setAside = await findSetAside(results, sandbox, position, deps);
  const proofs = await proveGates({ results, setAside }, sandbox, position, deps);
  return { tree: position.tree, results, setAside, proofs };
}

async function runAll(sandbox: Sandbox, deps: CampaignDeps): Promise<ReadonlyMap<string, GateResult>> {
  await sandbox.reset();
  const results = new Map<string, GateResult>();
  deps.onProgress({ phase: "measuring", detail: "gates" });
  for await (const result of runGates({ specs: deps.gates, sandbox, restore: () => sandbox.reset() }, deps)) {
    deps.signal.throwIfAborted();
    deps.onProgress({ phase: "measuring", detail: result.gate });
    results.set(result.gate, result);
  }
  return results;
}

/** Ids, by gate, of flaky checks and of those that fail only inside isolation; each kind is an event with its hint. */
async function findSetAside(
  first: ReadonlyMap<string, GateResult>,
  sandbox: Sandbox,
  position: Position,
  deps: CampaignDeps,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const second = await runAll(sandbox, deps);
  const setAside = new Map<string, ReadonlySet<string>>();
  for (const spec of deps.gates) {
    const [before, after] = [first.get(spec.name), second.get(spec.name)];
    if (before === undefined || after === undefined) continue;
    const flaky = findUnstable(before, after);
    if (flaky.length > 0) {
      const hint =
        "They differed between two runs of the same tree. Make them deterministic to have them count.";
      await deps.log.append({
        type: "checks-set-aside",
        gate: spec.name,
        reason: "flaky",
        ids: [...flaky],
        hint,
      });
    }
    const environment = await findIsolationFailures(
      { spec, inside: before, sandbox, position, flaky: new Set(flaky) },
      deps,
    );
    setAside.set(spec.name, new Set([...flaky, ...environment]));
  }
  return setAside;
}

async function proveGates(
  { results, setAside }: Pick<BaseMeasurement, "results" | "setAside">,
  sandbox: Sandbox,
  position: Position,
  deps: CampaignDeps,
): Promise<ReadonlyMap<string, GateProof>> {
  const files = await deps.git.listFiles(position.tree);
  const proofs = new Map<string, GateProof>();
  for (const spec of deps.gates) {
    deps.signal.throwIfAborted();
    const baseResult = results.get(spec.name);
    if (baseResult === undefined) continue;
    deps.onProgress({ phase: "proving", detail: spec.name });
    await sandbox.reset();
    const sources = orderForProof(findEditableFiles(files, deps.config), baseResult, spec);
    const aside = setAside.get(spec.name) ?? new Set<string>();
    const input = { spec, sandbox, baseResult, sources, setAside: aside, signal: deps.signal };
    const proof = await proveGate(input, deps);
    proofs.set(spec.name, proof);
    await deps.log.append({ type: "gate-proved", ...proof });
  }
  await sandbox.reset();
  return proofs;
}
