import type { FileEdit } from "../../domain/candidate.ts";
import type { GateSpec } from "../../domain/gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import type { MeasuredPosition } from "../position.ts";
import { reconsiderCanary } from "./reconsider-canary.ts";
import { runTree, type TreeResult } from "./run-tree.ts";

/** A tree to judge: the base with edits. */
export type CandidateTree = {
  readonly position: MeasuredPosition;
  readonly sandbox: Sandbox;
  readonly edits: readonly FileEdit[];
  readonly specs: readonly GateSpec[];
};

/** Runs gates on a candidate's tree with their canaries; who has seen enough stops asking. See `runTree`. */
export async function* runCandidateTree(
  input: CandidateTree,
  deps: CampaignDeps,
): AsyncGenerator<TreeResult, void, void> {
  const { position, edits, specs } = input;
  const { results, canaries, tree } = position.measurement;
  const planting = { results, fitness: canaries, changedPaths: edits.map(({ path }) => path) };
  const left = new Map(specs.map((spec) => [spec.name, spec]));
  for await (const ran of runTree({ ...input, tree, planting }, deps)) {
    const spec = left.get(ran.result.gate);
    left.delete(ran.result.gate);
    const isOdd = ran.canary.status === "tampered" || ran.canary.status === "unread";
    if (!isOdd || spec === undefined) {
      yield ran;
      continue;
    }
    yield await reconsiderCanary({ ...input, spec, first: ran }, deps);
    // What is left needs a fresh tree, since that look at the base has used this one.
    if (left.size > 0) yield* runCandidateTree({ ...input, specs: [...left.values()] }, deps);
    return;
  }
}
