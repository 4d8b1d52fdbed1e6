import type { FileEdit } from "../domain/candidate.ts";
import type { GateResult, GateSpec } from "../domain/gate.ts";
import type { GateJudgement, Judgement } from "../domain/judgement.ts";
import { compareGate } from "../gates/compare.ts";
import { judge } from "../gates/judge.ts";
import { runGate } from "../gates/run-gate.ts";
import type { AttemptInput } from "./attempt-item.ts";
import type { CampaignDeps } from "./campaign-deps.ts";

/**
 * Runs every gate on a candidate's tree, fresh, and compares with the base. Gates of the packages that the edits
 * touch come first, then in their own order; the first red required gate ends it, since nothing can mend that.
 */
export async function judgeCandidate(
  input: AttemptInput & { readonly edits: readonly FileEdit[] },
  deps: CampaignDeps,
): Promise<{ readonly judgement: Judgement; readonly results: ReadonlyMap<string, GateResult> }> {
  const { sandbox, item, edits } = input;
  const base = input.position.measurement;
  await sandbox.reset();
  await sandbox.apply(edits);
  const results = new Map<string, GateResult>();
  const judged: GateJudgement[] = [];
  for (const spec of orderGates(deps.gates, edits)) {
    deps.signal.throwIfAborted();
    deps.onProgress({ phase: "judging", detail: spec.name });
    const result = await runGate({ spec, sandbox }, deps);
    results.set(spec.name, result);
    const gate = compareGate({
      spec,
      base: base.results.get(spec.name),
      candidate: result,
      isStrict: deps.config.promotion.strict,
      setAside: base.setAside.get(spec.name) ?? new Set(),
      proof: base.proofs.get(spec.name),
    });
    judged.push(gate);
    if (gate.isRequired && gate.status !== "green") break;
  }
  await sandbox.reset();
  return { judgement: judge({ item, gates: judged }), results };
}

/** Gates whose folder holds an edited file before the others; otherwise as configured. */
function orderGates(gates: readonly GateSpec[], edits: readonly FileEdit[]): readonly GateSpec[] {
  const isAffected = ({ cwd }: GateSpec): boolean =>
    cwd === "." || edits.some(({ path }) => path.startsWith(`${cwd}/`));
  return [...gates.filter(isAffected), ...gates.filter((gate) => !isAffected(gate))];
}
