import type { Proposal } from "../../brain/brain.ts";
import { countTargets } from "../../brain/search/count-targets.ts";
import { judgeRun } from "../../brain/search/judge-run.ts";
import { quickEnvironment } from "../../brain/search/plan-stages.ts";
import type { GateResult } from "../../domain/gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { MethodTask } from "../method.ts";

/** What a quick run of the item's gate shows of a contender. */
export type QuickTry = {
  /** Nothing fails that the base passed, and something of the item is mended. */
  readonly isGreen: boolean;
  /** Of the item's targets. */
  readonly mended: number;
  /** `judgeRun`'s word for it. */
  readonly decision: string;
  readonly durationMs: number;
};

/** Runs the item's gate on a contender, in a sandbox that is put back to the base first. A quick look, never evidence. */
export async function tryContender(
  { proposal, base }: { readonly proposal: Proposal; readonly base: GateResult | null },
  { brainTask, runGate }: Pick<MethodTask, "brainTask" | "runGate">,
  sandbox: Sandbox,
): Promise<QuickTry> {
  const { gate, item } = brainTask;
  await sandbox.reset();
  await sandbox.apply(proposal.edits);
  const result = await runGate({ spec: gate, sandbox, env: quickEnvironment });
  const decision = judgeRun(result, { base, timeoutMs: gate.timeoutMs }, brainTask);
  const { failing, passed } = countTargets(result, item);
  // Findings that are gone pass nowhere.
  const gone = item.targets.length - failing;
  const mended = item.kind === "lint" || item.kind === "type-error" ? gone : passed;
  return {
    isGreen: decision === "mends-all" || decision === "mends-some",
    mended,
    decision,
    durationMs: result.durationMs,
  };
}
