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

/** Changed files that are looked at one by one; who changes more has to do without. */
const MAX_PATHS = 5;

/**
 * Some honest modules cannot be loaded by a test: a program that runs when it is imported, and then leaves the process.
 * Where a canary that loads such a file ends badly on the base too, by the base's own code, that says nothing of the
 * candidate: the gate runs once more with a canary that loads the other changed files alone. Else the first run stands.
 */
export async function reconsiderCanary(input: Reconsidered, deps: CampaignDeps): Promise<TreeResult> {
  const { position, sandbox, edits, spec, first } = input;
  const trackedFiles = (await deps.git.listFiles(position.tree)).map(({ path }) => path);
  const known = new Set(trackedFiles);
  const changedPaths = edits.map(({ path }) => path);
  const unloadable = new Set<string>();
  for (const path of changedPaths.filter((one) => known.has(one)).slice(0, MAX_PATHS)) {
    if (!(await isSeenOnBase(path, trackedFiles, input, deps))) unloadable.add(path);
  }
  if (unloadable.size === 0) return first;
  const { results, canaries } = position.measurement;
  const loaded = changedPaths.filter((path) => !unloadable.has(path));
  const planting = { results, fitness: canaries, changedPaths: loaded };
  for await (const again of runTree({ specs: [spec], sandbox, tree: position.tree, edits, planting }, deps)) {
    return again;
  }
  return first;
}

/** Runs a canary that loads one file, alone where the gate can run one file, on the base as it is. */
async function isSeenOnBase(
  path: string,
  trackedFiles: readonly string[],
  { position, sandbox, spec }: Reconsidered,
  deps: CampaignDeps,
): Promise<boolean> {
  const base = position.measurement.results.get(spec.name);
  if (base === undefined) return true;
  await sandbox.reset();
  const fitness = position.measurement.canaries.get(spec.name);
  const placement = fitness?.status === "fit" && fitness.placement ? { placement: fitness.placement } : {};
  const plan = await planCanary({ spec, base, changedPaths: [path], sandbox, trackedFiles, ...placement });
  if (plan.status === "impossible") return true;
  const { canary } = plan;
  await sandbox.apply(canary.edits);
  const only = { file: canary.file };
  const result = await runGate({ spec, sandbox, canary, only, trackedFiles, env: judgedEnvironment }, deps);
  deps.signal.throwIfAborted();
  return readCanary(result, canary).verdict.status === "seen";
}
