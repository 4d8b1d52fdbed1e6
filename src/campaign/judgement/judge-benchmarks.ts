import type { FileEdit } from "../../domain/candidate.ts";
import type { GateResult } from "../../domain/gate.ts";
import type { GateJudgement } from "../../domain/judgement.ts";
import { runBenchmarkPair } from "../../gates/run-benchmark-pair.ts";
import type { AttemptInput } from "../attempt-item.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import { judgeGate, saysNo, type TreeVerdict } from "./judge-tree.ts";

/** Runs benchmarks on base and candidate in turns and compares them. The first no ends it. */
export async function judgeBenchmarks(
  input: AttemptInput & { readonly edits: readonly FileEdit[] },
  deps: CampaignDeps,
): Promise<Omit<TreeVerdict, "objections">> {
  const { sandbox, position, cycle, edits } = input;
  const specs = deps.gates.filter(({ kind }) => kind === "benchmark");
  const gates: GateJudgement[] = [];
  const results = new Map<string, GateResult>();
  if (specs.length === 0) return { gates, results, isOpen: true };
  await sandbox.reset();
  await sandbox.apply(edits);
  await using other = await deps.sandboxes.open(`${deps.campaign}/${cycle}-base`, position.commit);
  for (const spec of specs) {
    deps.signal.throwIfAborted();
    deps.onProgress({ phase: "judging", detail: spec.name });
    const { base, candidate } = await runBenchmarkPair({ spec, base: other, candidate: sandbox }, deps);
    results.set(spec.name, candidate);
    const gate = judgeGate({ spec, position, base, candidate }, deps);
    gates.push(gate);
    if (saysNo(gate)) return { gates, results, isOpen: false };
  }
  return { gates, results, isOpen: true };
}
