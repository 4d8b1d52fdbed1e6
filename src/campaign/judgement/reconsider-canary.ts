import type { FileEdit } from "../../domain/candidate.ts";
import type { GateSpec } from "../../domain/gate.ts";
import { planCanary } from "../../gates/canary/plan-canary.ts";
import { readCanary } from "../../gates/canary/read-canary.ts";
import { runGate } from "../../gates/run-gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import type { MeasuredPosition } from "../position.ts";
import { judgedEnvironment } from "./judged-environment.ts";
import { runTree, type TreeResult } from "./run-tree.ts";

/** A run whose canary did not do as it must. */
type Reconsidered = {
  readonly position: MeasuredPosition;
  readonly sandbox: Sandbox;
  readonly edits: readonly FileEdit[];
  readonly spec: GateSpec;
  readonly first: TreeResult;
};

/**
 * Some honest modules cannot be loaded by a test: a program that runs when it is imported, and then leaves the process.
 * Where the same canary ends in the same way on the base, by the base's own code, it says nothing of the candidate: the
 * gate runs once more with a canary that loads none of the changed modules. Else the first run stands.
 */
export async function reconsiderCanary(input: Reconsidered, deps: CampaignDeps): Promise<TreeResult> {
  const { position, sandbox, edits, spec, first } = input;
  if (!(await isSameOnBase(input, deps))) return first;
  const { results, canaries } = position.measurement;
  const planting = { results, fitness: canaries, changedPaths: [] };
  for await (const again of runTree({ specs: [spec], sandbox, tree: position.tree, edits, planting }, deps)) {
    return again;
  }
  return first;
}

/** Runs the canary alone where the gate can run one file, on the base as it is. */
async function isSameOnBase(
  { position, sandbox, edits, spec }: Reconsidered,
  deps: CampaignDeps,
): Promise<boolean> {
  const base = position.measurement.results.get(spec.name);
  if (base === undefined) return false;
  await sandbox.reset();
  const trackedFiles = (await deps.git.listFiles(position.tree)).map(({ path }) => path);
  const known = new Set(trackedFiles);
  const changedPaths = edits.map(({ path }) => path).filter((path) => known.has(path));
  const fitness = position.measurement.canaries.get(spec.name);
  const placement = fitness?.status === "fit" && fitness.placement ? { placement: fitness.placement } : {};
  const plan = await planCanary({ spec, base, changedPaths, sandbox, trackedFiles, ...placement });
  if (plan.status === "impossible") return false;
  const { canary } = plan;
  await sandbox.apply(canary.edits);
  const result = await runGate(
    { spec, sandbox, canary, only: { file: canary.file }, trackedFiles, env: judgedEnvironment },
    deps,
  );
  deps.signal.throwIfAborted();
  return readCanary(result, canary).verdict.status === "tampered";
}
