import { checkId, type GateResult } from "../domain/gate.ts";
import { type GateProof, proveGate } from "../gates/prove.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { findEditableFiles } from "./find-editable-files.ts";
import { findIsolationFailures } from "./find-isolation-failures.ts";
import { journalMeasurement } from "./journal-measurement.ts";
import { lookAgain, type SecondLook } from "./judgement/look-again.ts";
import { runTree } from "./judgement/run-tree.ts";
import { orderForProof } from "./order-for-proof.ts";
import type { BaseMeasurement, Position } from "./position.ts";

/**
 * What the gates say of master's tree. A tree that was measured is not run again. The first time, gates run twice, so
 * that flaky checks are known; red ones run once more outside isolation, so that those that fail for the sandbox's
 * sake are known; and each gate proves that it can fail. What both runs write among tests and settings is known too.
 */
export async function measureBase(
  sandbox: Sandbox,
  position: Position,
  deps: CampaignDeps,
): Promise<BaseMeasurement> {
  if (position.measurement !== null) return position.measurement;
  const { results, touched } = await runAll(sandbox, position, deps);
  await journalMeasurement({ tree: position.tree, results }, deps);
  const again = await lookAgain({ first: results, sandbox, tree: position.tree }, deps);
  await warnOfMissingCanaries(again, deps);
  const setAside = await findSetAside({ results, again }, sandbox, position, deps);
  const proofs = await proveGates({ results, setAside }, sandbox, position, deps);
  return {
    ...{ tree: position.tree, results, setAside, proofs },
    fleeting: new Map([...again.tries].map(([gate, { plain }]) => [gate, findFleeting(plain)])),
    touched: touched.union(again.touched),
    canaries: new Map([...again.tries].flatMap(([gate, { fitness }]) => (fitness ? [[gate, fitness]] : []))),
  };
}

async function runAll(
  sandbox: Sandbox,
  { tree }: Position,
  deps: CampaignDeps,
): Promise<Pick<BaseMeasurement, "results" | "touched">> {
  const results = new Map<string, GateResult>();
  const seen = new Set<string>();
  deps.onProgress({ phase: "measuring", detail: "gates" });
  const run = { specs: deps.gates, sandbox, tree, edits: [], planting: null };
  for await (const { result, touched } of runTree(run, deps)) {
    deps.onProgress({ phase: "measuring", detail: result.gate });
    results.set(result.gate, result);
    for (const path of touched) seen.add(path);
  }
  return { results, touched: seen };
}

async function warnOfMissingCanaries({ tries }: SecondLook, { log }: CampaignDeps): Promise<void> {
  for (const [gate, { fitness }] of tries) {
    if (fitness?.status !== "impossible") continue;
    const message = `No test that has to fail can be planted in gate ${gate}: ${fitness.reason}.`;
    const hint = "A candidate that forges the results of this gate is seen by the other defences alone.";
    await log.append({ type: "warning", message, hint });
  }
}

/** Ids of checks that one of the runs lacks or skips alone. A run that is an error tells nothing of its ids. */
function findFleeting(runs: readonly GateResult[]): ReadonlySet<string> {
  if (runs.some(({ status }) => status === "error")) return new Set();
  const states = runs.map(
    ({ checks }) => new Map(checks.map((check) => [checkId(check), check.status === "skipped"])),
  );
  const ids = new Set(states.flatMap((one) => [...one.keys()]));
  return new Set([...ids].filter((id) => new Set(states.map((one) => one.get(id))).size > 1));
}

/** Ids, by gate, of flaky checks and of those that fail only inside isolation; each kind is an event with its hint. */
async function findSetAside(
  { results, again }: { readonly results: BaseMeasurement["results"]; readonly again: SecondLook },
  sandbox: Sandbox,
  position: Position,
  deps: CampaignDeps,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const setAside = new Map<string, ReadonlySet<string>>();
  for (const spec of deps.gates) {
    const [before, look] = [results.get(spec.name), again.tries.get(spec.name)];
    if (before === undefined || look === undefined) continue;
    const { flaky } = look;
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
