import type { FileEdit } from "../domain/candidate.ts";
import type { GateResult } from "../domain/gate.ts";
import type { GateJudgement, Judgement } from "../domain/judgement.ts";
import { compareGate } from "../gates/compare.ts";
import { judge } from "../gates/judge.ts";
import { runBenchmarkPair } from "../gates/run-benchmark-pair.ts";
import { runGates } from "../gates/run-gates.ts";
import type { AttemptInput } from "./attempt-item.ts";
import type { CampaignDeps } from "./campaign-deps.ts";

/**
 * Runs the gates on a candidate's tree, fresh, and compares with the base: those of the packages that the edits touch
 * first, then the cheapest. The first gate that says no ends it, since nothing can mend that. Benchmarks run on base
 * and candidate in turns. The results are complete when the judgement is `promote`.
 */
export async function judgeCandidate(
  input: AttemptInput & { readonly edits: readonly FileEdit[] },
  deps: CampaignDeps,
): Promise<{ readonly judgement: Judgement; readonly results: ReadonlyMap<string, GateResult> }> {
  const { sandbox, item, edits } = input;
  const restore = async (): Promise<void> => {
    await sandbox.reset();
    await sandbox.apply(edits);
  };
  await restore();
  const results = new Map<string, GateResult>();
  const judged: GateJudgement[] = [];
  for await (const { base, candidate } of measure({ ...input, restore }, deps)) {
    deps.signal.throwIfAborted();
    results.set(candidate.gate, candidate);
    const { setAside, proofs } = input.position.measurement;
    const spec = findSpec(candidate.gate, deps);
    const gate = compareGate({
      spec,
      base,
      candidate,
      isStrict: deps.config.promotion.strict,
      setAside: setAside.get(spec.name) ?? new Set(),
      proof: proofs.get(spec.name),
    });
    judged.push(gate);
    if (gate.status === "red" || (gate.isRequired && gate.status !== "green")) break;
  }
  const judgement = judge({ item, gates: judged });
  // After a promotion the cycle ends, and the next one opens its sandbox from the new commit.
  if (judgement.status !== "promote") await sandbox.reset();
  return { judgement, results };
}

type Measured = { readonly base: GateResult | undefined; readonly candidate: GateResult };

async function* measure(
  input: AttemptInput & { readonly edits: readonly FileEdit[]; readonly restore: () => Promise<void> },
  deps: CampaignDeps,
): AsyncGenerator<Measured, void, void> {
  const { sandbox, edits, restore, position, cycle } = input;
  const specs = deps.gates.filter(({ kind }) => kind !== "benchmark");
  const changedPaths = edits.map(({ path }) => path);
  const trackedFiles = await listAfter(input, deps);
  for await (const candidate of runGates({ specs, sandbox, changedPaths, trackedFiles, restore }, deps)) {
    deps.onProgress({ phase: "judging", detail: candidate.gate });
    yield { base: position.measurement.results.get(candidate.gate), candidate };
  }
  const benchmarks = deps.gates.filter(({ kind }) => kind === "benchmark");
  if (benchmarks.length === 0) return;
  await restore();
  await using base = await deps.sandboxes.open(`${deps.campaign}/${cycle}-base`, position.commit);
  for (const spec of benchmarks) {
    deps.onProgress({ phase: "judging", detail: spec.name });
    yield await runBenchmarkPair({ spec, base, candidate: sandbox }, deps);
  }
}

/** Paths of the candidate's tree. */
async function listAfter(
  { position, edits }: AttemptInput & { readonly edits: readonly FileEdit[] },
  deps: CampaignDeps,
): Promise<readonly string[]> {
  const paths = new Set((await deps.git.listFiles(position.tree)).map(({ path }) => path));
  for (const { path, content } of edits) {
    if (content === null) paths.delete(path);
    else paths.add(path);
  }
  return [...paths];
}

function findSpec(name: string, { gates }: CampaignDeps) {
  const spec = gates.find((gate) => gate.name === name);
  if (spec === undefined) throw new Error(`a result names a gate that is not there: ${name}`);
  return spec;
}
