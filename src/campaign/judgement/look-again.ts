import type { GateResult, GateSpec } from "../../domain/gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import type { CanaryPlanting } from "./canary-trial.ts";
import { runTree, type TreeResult } from "./run-tree.ts";
import { type CanaryRun, type CanaryTry, tryCanary } from "./try-canary.ts";

/** What running the base's gates a second time has shown. */
export type SecondLook = {
  readonly tries: ReadonlyMap<string, CanaryTry>;
  /** What was touched, see `TreeResult`. */
  readonly touched: ReadonlySet<string>;
};

/**
 * Runs every gate on the base once more, with its canary planted. A gate that then says something else runs at most
 * twice again, to tell what is flaky from what the canary disturbs.
 */
export async function lookAgain(
  input: {
    readonly first: ReadonlyMap<string, GateResult>;
    readonly sandbox: Sandbox;
    readonly tree: string;
  },
  deps: CampaignDeps,
): Promise<SecondLook> {
  const { first, sandbox, tree } = input;
  const touched = new Set<string>();
  const run = async (specs: readonly GateSpec[], planting: CanaryPlanting | null) => {
    const runs: TreeResult[] = [];
    for await (const ran of runTree({ specs, sandbox, tree, edits: [], planting }, deps)) {
      deps.onProgress({ phase: "measuring", detail: ran.result.gate });
      for (const path of ran.touched) touched.add(path);
      runs.push(ran);
    }
    return runs;
  };
  const planting: CanaryPlanting = { results: first, fitness: new Map(), changedPaths: [] };
  const tries = new Map<string, CanaryTry>();
  for (const second of await run(deps.gates, planting)) {
    const { gate } = second.result;
    const [before, spec] = [first.get(gate), deps.gates.find(({ name }) => name === gate)];
    if (before === undefined || spec === undefined) continue;
    const runAgain = async (how: "plain" | "canary-inside"): Promise<CanaryRun> => {
      const inside = { ...planting, fitness: placeInside(gate) };
      const [again] = await run([spec], how === "plain" ? null : inside);
      if (again === undefined) throw new Error(`gate ${gate} gave no result`);
      return again;
    };
    tries.set(gate, await tryCanary({ first: before, second }, runAgain));
  }
  return { tries, touched };
}

function placeInside(gate: string): CanaryPlanting["fitness"] {
  return new Map([[gate, { status: "fit", placement: "inside" }]]);
}
