import type { WorkflowRun } from "../../src/github-port.ts";
import type { Offer } from "../../src/learn-from-offer.ts";
import type { Desk } from "../desk.ts";
import type { RunEntry } from "../runs/run-ledger.ts";

/** What the dashboard shows: all of it is read from the repository, and nothing is kept anywhere else. */
export type DashboardState = {
  readonly configFault: string | null;
  /** Of the task that looks. */
  readonly usage: ReturnType<Desk["getUsage"]>;
  /** Campaigns that run or wait for a runner. */
  readonly running: readonly WorkflowRun[];
  /** Newest first. */
  readonly entries: readonly RunEntry[];
  readonly open: readonly Offer[];
  /** Closed offers that are not made again. */
  readonly declined: readonly Offer[];
};
