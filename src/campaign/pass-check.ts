import type { GateResult } from "../domain/gate.ts";
import { compareGate } from "../gates/compare.ts";
import { runGates } from "../gates/run-gates.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import type { PassCheck } from "./carry-promotions.ts";

/**
 * Asks the gates whether carried promotions still hold on sacred as it is now: every gate fails nothing there that
 * sacred alone passes. Sacred is measured once, when first needed.
 */
export function createPassCheck(sacredCommit: string, deps: CampaignDeps): PassCheck {
  let base: Promise<ReadonlyMap<string, GateResult>> | undefined;
  return async (tree) => {
    base ??= runOn(sacredCommit, "carry/base", deps);
    const message = "chore: carried promotions on sacred, for the gates";
    const commit = await deps.git.writeCommit({
      tree,
      parents: [sacredCommit],
      message,
      at: deps.clock.now(),
    });
    const [before, after] = [await base, await runOn(commit, `carry/${tree.slice(0, 12)}`, deps)];
    for (const spec of deps.gates) {
      const [baseResult, candidate] = [before.get(spec.name), after.get(spec.name)];
      if (baseResult === undefined || candidate === undefined) continue;
      const gate = compareGate({
        spec,
        base: baseResult,
        candidate,
        isStrict: false,
        setAside: new Set(),
        proof: undefined,
      });
      if (gate.isRequired && gate.status === "red")
        return { status: "failed", reason: `${gate.gate}: ${gate.reason}` };
    }
    return { status: "passed" };
  };
}

async function runOn(
  commit: string,
  name: string,
  deps: CampaignDeps,
): Promise<ReadonlyMap<string, GateResult>> {
  await using sandbox = await deps.sandboxes.open(`${deps.campaign}/${name}`, commit);
  const results = new Map<string, GateResult>();
  for await (const result of runGates({ specs: deps.gates, sandbox, restore: () => sandbox.reset() }, deps)) {
    deps.signal.throwIfAborted();
    results.set(result.gate, result);
  }
  return results;
}
