import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { Desk } from "../desk.ts";
import { dispatch } from "./dispatch.ts";
import { findNewestRun } from "./find-newest-run.ts";
import { type RunEntry, writeEntry } from "./run-ledger.ts";

/** A run of verify that leaves no verdict is asked for again, this often in all. */
const maxTries = 2;

/**
 * Asks for a run of verify of a run's bundle, on the default branch. It is written down ahead of the asking, so that
 * whoever comes after a kill knows which runs to look at.
 */
export async function askVerify(entry: RunEntry, desk: Desk): Promise<void> {
  if (entry.tries >= maxTries) {
    const reason = `Verify left no verdict in ${entry.tries} runs.`;
    return await writeEntry({ ...entry, status: "unverified", reason }, desk);
  }
  const asked: RunEntry = {
    ...entry,
    verifyAfter: await findNewestRun(workflowNames.verify, desk),
    verifyRun: null,
    tries: entry.tries + 1,
    at: desk.clock.now(),
  };
  await writeEntry(asked, desk);
  const inputs = { run: String(entry.run), bundle: entry.bundle };
  const outcome = await dispatch({ file: workflowNames.verify, inputs }, desk);
  if (outcome.status === "done") {
    if (outcome.run !== null) await writeEntry({ ...asked, verifyRun: outcome.run }, desk);
  } else {
    const reason = `Verify could not be started: ${outcome.reason}`.slice(0, 1_000);
    await writeEntry({ ...asked, status: "unverified", reason }, desk);
  }
}
