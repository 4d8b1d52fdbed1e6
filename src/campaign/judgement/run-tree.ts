import type { FileEdit } from "../../domain/candidate.ts";
import type { GateResult, GateSpec } from "../../domain/gate.ts";
import { type OpenedGate, runGates } from "../../gates/run-gates.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import { openTreeGuard, type TreeGuard } from "../untouched/open-tree-guard.ts";
import { type CanaryPlanting, type CanaryReport, createCanaryTrial } from "./canary-trial.ts";
import { listCandidateFiles } from "./list-candidate-files.ts";

/** A tree to run gates on: the sandbox's commit with edits. */
export type TreeRun = {
  readonly specs: readonly GateSpec[];
  readonly sandbox: Sandbox;
  /** Git tree of the sandbox's commit. */
  readonly tree: string;
  readonly edits: readonly FileEdit[];
  /** Null: no canary is planted. */
  readonly planting: CanaryPlanting | null;
};

/** A gate's result on a tree. */
export type TreeResult = {
  /** Without the canary's checks. */
  readonly result: GateResult;
  /** Files and folders of the tree that were touched while the gate ran, see `openTreeGuard`; sorted. */
  readonly touched: readonly string[];
  readonly canary: CanaryReport;
};

/**
 * Runs gates on a tree, fresh for each, and looks after its files meanwhile. Who has seen enough stops
 * asking. The sandbox is left as the last gate left it.
 */
export async function* runTree(run: TreeRun, deps: CampaignDeps): AsyncGenerator<TreeResult, void, void> {
  const { specs, sandbox, edits } = run;
  const trackedFiles = await listCandidateFiles(run, deps);
  const trial = createCanaryTrial(deps.defences.has("canary") ? run.planting : null, {
    sandbox,
    trackedFiles,
  });
  using guards = new DisposableStack();
  const guarded: TreeGuard[] = [];
  let seen: readonly string[] | null = null;
  const restore = async (): Promise<void> => {
    guarded.pop()?.[Symbol.dispose]();
    await sandbox.reset();
    await sandbox.apply(edits);
    if (deps.defences.has("untouched"))
      guarded.push(guards.use(await openTreeGuard({ dir: sandbox.dir, files: trackedFiles })));
  };
  const openGate = async (spec: GateSpec): Promise<OpenedGate> => {
    const opened = await trial.open(spec);
    await guarded[0]?.accept(trial.paths, { isBuilt: spec.before.length > 0 });
    return {
      run: opened.run,
      async [Symbol.asyncDispose]() {
        seen = (await guarded[0]?.findTouched()) ?? [];
        // Where no fresh tree comes first, the next gate's `accept` takes this in too.
        await opened[Symbol.asyncDispose]();
      },
    };
  };
  await restore();
  const gatesRun = {
    ...{ specs, sandbox, trackedFiles, restore },
    changedPaths: edits.map(({ path }) => path),
    openGate,
  };
  for await (const result of runGates(gatesRun, deps)) {
    deps.signal.throwIfAborted();
    // A gate whose builds failed was not opened.
    const touched: readonly string[] = seen ?? (await guarded[0]?.findTouched()) ?? [];
    seen = null;
    yield { ...trial.read(result), touched };
  }
}
