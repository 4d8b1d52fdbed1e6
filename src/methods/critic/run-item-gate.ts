import type { BrainTask, Proposal } from "../../brain/brain.ts";
import { readItemRun } from "../score/read-item-run.ts";
import type { QuickRunner } from "./create-quick-runner.ts";

/** What a proposal mends of its item, from 0 to 1, and the sentence that says so. */
export type ItemGateRun = { readonly term: number; readonly reason: string };

/** Runs the item's gate on a proposal. The term is 0 where anything else broke or the run gave no evidence. */
export async function runItemGate(
  { edits }: Pick<Proposal, "edits">,
  { brainTask, runner }: { readonly brainTask: BrainTask; readonly runner: QuickRunner },
): Promise<ItemGateRun> {
  const { gate, item } = brainTask;
  // Findings are compared one by one with those of the base; for checks the campaign's own measurement stands.
  const isAboutFindings = item.kind === "lint" || item.kind === "type-error";
  const base = isAboutFindings ? await runner.runBase(gate) : null;
  const result = await runner.runEdited(gate, edits);
  const { outcome, mended } = readItemRun(result, base, brainTask);
  const all = Math.max(1, item.targets.length);
  const run = `A quick run of ${gate.name}`;
  switch (outcome) {
    case "mends-all":
      return { term: 1, reason: `${run} mends all that the item names.` };
    case "mends-some":
      return { term: mended / all, reason: `${run} mends ${mended} of ${all} failures.` };
    case "still-failing":
      return { term: 0, reason: `${run} mends nothing that the item names.` };
    case "breaks-others":
      return { term: 0, reason: `${run} fails where it passed before.` };
    case "time-out":
    case "no-evidence":
      return { term: 0, reason: `${run} gave no evidence: ${result.reason}.` };
    default:
      return outcome satisfies never;
  }
}
