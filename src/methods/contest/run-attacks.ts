import type { Proposal } from "../../brain/brain.ts";
import { quickEnvironment } from "../../brain/search/run/plan-stages.ts";
import type { FileEdit } from "../../domain/candidate.ts";
import { checkId } from "../../domain/gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { MethodTask } from "../method.ts";

/** An attack of a few small tests is done sooner; one that hangs is no attack. */
const ATTACK_MS = 30_000;

/** How each attacking test ended on one contender, by its id; "unsteady" where a second run ended otherwise. */
export type AttackOutcomes = ReadonlyMap<string, "passed" | "failed" | "unsteady">;

/**
 * Runs attacks one file at a time on a contender, in a sandbox that is put back to the base first and after. A file with
 * failures is run twice. A run without evidence says nothing.
 */
export async function runAttacks(
  { proposal, files }: { readonly proposal: Proposal; readonly files: readonly FileEdit[] },
  { brainTask, runGate }: Pick<MethodTask, "brainTask" | "runGate">,
  sandbox: Sandbox,
): Promise<AttackOutcomes> {
  const { gate } = brainTask;
  const timeoutMs = Math.min(gate.timeoutMs, ATTACK_MS);
  const outcomes = new Map<string, "passed" | "failed" | "unsteady">();
  for (const file of files) {
    const run = async () => {
      await sandbox.reset();
      await sandbox.apply([...proposal.edits, file]);
      const only = { file: file.path };
      const { status, checks } = await runGate({
        spec: gate,
        sandbox,
        only,
        env: quickEnvironment,
        timeoutMs,
      });
      const own = checks.filter((check) => check.file === file.path && check.status !== "skipped");
      return new Map(status === "error" ? [] : own.map((check) => [checkId(check), check.status]));
    };
    const first = await run();
    const isQuiet = [...first.values()].every((status) => status === "passed");
    const second = isQuiet ? first : await run();
    for (const [id, status] of first)
      outcomes.set(id, second.get(id) !== status ? "unsteady" : status === "passed" ? "passed" : "failed");
  }
  await sandbox.reset();
  return outcomes;
}
