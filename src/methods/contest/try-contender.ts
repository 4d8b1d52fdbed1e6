import type { Proposal } from "../../brain/brain.ts";
import { quickEnvironment } from "../../brain/search/run/plan-stages.ts";
import type { GateResult } from "../../domain/gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { MethodTask } from "../method.ts";
import { type ItemRun, readItemRun } from "../score/read-item-run.ts";

/** What a quick run of the item's gate shows of a contender. */
export type QuickTry = ItemRun & {
  /** Nothing fails that the base passed, and something of the item is mended. */
  readonly isGreen: boolean;
  readonly durationMs: number;
};

/** Runs the item's gate on a contender, in a sandbox that is put back to the base first. A quick look, never evidence. */
export async function tryContender(
  { proposal, base }: { readonly proposal: Proposal; readonly base: GateResult | null },
  { brainTask, runGate }: Pick<MethodTask, "brainTask" | "runGate">,
  sandbox: Sandbox,
): Promise<QuickTry> {
  const { gate } = brainTask;
  await sandbox.reset();
  await sandbox.apply(proposal.edits);
  const result = await runGate({ spec: gate, sandbox, env: quickEnvironment });
  const run = readItemRun(result, base, brainTask);
  const isGreen = run.outcome === "mends-all" || run.outcome === "mends-some";
  return { ...run, isGreen, durationMs: result.durationMs };
}
