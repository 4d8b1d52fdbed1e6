import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { Desk } from "../desk.ts";
import { askVerify } from "../runs/ask-verify.ts";
import { readLedger } from "../runs/run-ledger.ts";

/** GitHub shows a run within seconds of the asking. */
const patienceMs = 5 * 60_000;

/** Asks for verify again where it was asked for and no run of it is to be seen, as after a kill ahead of the asking. */
export async function askAgain(desk: Desk): Promise<void> {
  const waiting = (await readLedger(desk)).filter(({ status }) => status === "verifying");
  if (waiting.length === 0) return;
  const runs = await desk.github.listRuns({ workflow: workflowNames.verify, limit: 50 });
  for (const entry of waiting) {
    const isUnderWay = runs.some(({ id, status }) => id > entry.verifyAfter && status !== "completed");
    if (!isUnderWay && Date.parse(desk.clock.now()) - Date.parse(entry.at) > patienceMs)
      await askVerify(entry, desk);
  }
}
