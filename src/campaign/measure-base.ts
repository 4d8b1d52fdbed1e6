import { checkId, type GateResult } from "../domain/gate.ts";
import { findUnstable } from "../gates/find-unstable.ts";
import { type GateProof, proveGate } from "../gates/prove.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { findEditableFiles } from "./find-editable-files.ts";
import { findIsolationFailures } from "./find-isolation-failures.ts";
import { journalMeasurement } from "./journal-measurement.ts";
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
  const first = await runAll(sandbox, position, deps);
  const { results } = first;
  await journalMeasurement({ tree: position.tree, results }, deps);
  const second = await runAll(sandbox, position, deps);
  const setAside = await findSetAside({ first: results, second: second.results }, sandbox, position, deps);
  const proofs = await proveGates({ results, setAside }, sandbox, position, deps);
  return {
    ...{ tree: position.tree, results, setAside, proofs },
    fleeting: findFleeting(results, second.results),
    touched: first.touched.union(second.touched),
  };
}

type BaseRun = {
  readonly results: ReadonlyMap<string, GateResult>;
  readonly touched: ReadonlySet<string>;
};

async function runAll(sandbox: Sandbox, { tree }: Position, deps: CampaignDeps): Promise<BaseRun> {
  const results = new Map<string, GateResult>();
  const seen = new Set<string>();
  deps.onProgress({ phase: "measuring", detail: "gates" });
  for await (const { result, touched } of runTree({ specs: deps.gates, sandbox, tree, edits: [] }, deps)) {
    deps.onProgress({ phase: "measuring", detail: result.gate });
    results.set(result.gate, result);
    for (const path of touched) seen.add(path);
  }
  return { results, touched: seen };
}

/** Ids of checks that one of the runs lacks, by gate. A run that is an error tells nothing of its ids. */
function findFleeting(
  first: BaseRun["results"],
  second: BaseRun["results"],
): ReadonlyMap<string, ReadonlySet<string>> {
  const listIds = (result: GateResult) => new Set(result.checks.map(checkId));
  return new Map(
    [...first].flatMap(([gate, result]) => {
      const again = second.get(gate);
      if (again === undefined || result.status === "error" || again.status === "error") return [];
      return [[gate, listIds(result).symmetricDifference(listIds(again))] as const];
    }),
  );
}

/** Ids, by gate, of flaky checks and of those that fail only inside isolation; each kind is an event with its hint. */
async function findSetAside(
  { first, second }: { readonly first: BaseRun["results"]; readonly second: BaseRun["results"] },
  sandbox: Sandbox,
  position: Position,
  deps: CampaignDeps,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
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
