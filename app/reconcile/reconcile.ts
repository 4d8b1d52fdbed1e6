import { describeError } from "../../src/domain/errors.ts";
import { workflowNames } from "../../src/domain/workflow-names.ts";
import { updateDashboard } from "../dashboard/update-dashboard.ts";
import type { Desk } from "../desk.ts";
import { listOffers } from "../offers/list-offers.ts";
import { markStale } from "../offers/mark-stale.ts";
import { settleOffer } from "../offers/settle-offer.ts";
import { updateRequests } from "../requests/update-requests.ts";
import { readLedger } from "../runs/run-ledger.ts";
import { settleEnded } from "../runs/settle-run.ts";
import { answerLost } from "./answer-lost.ts";
import { askAgain } from "./ask-again.ts";
import { startLost } from "./start-lost.ts";

/** Older campaigns' promotions are found again sooner than published. */
const maxCampaigns = 5;
const maxVerifications = 20;

/**
 * Does what lost or reordered deliveries would have done, from the repository's state alone: campaigns and verdicts that
 * have ended, offers that were closed, commands and requests that nobody answered, promotions whose base moved. One part
 * that fails does not keep the others from being done.
 */
export async function reconcile(desk: Desk): Promise<void> {
  const attempt = async (part: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      desk.log.error({ part, error: describeError(error) }, "a part of the reconcile pass failed");
    }
  };
  await attempt("runs", async () => {
    const known = new Set((await readLedger(desk)).map(({ run }) => run));
    const campaigns = await desk.github.listRuns({ workflow: workflowNames.campaign, limit: maxCampaigns });
    const verifications = await desk.github.listRuns({
      workflow: workflowNames.verify,
      limit: maxVerifications,
    });
    for (const run of [...campaigns.filter(({ id }) => !known.has(id)), ...verifications].toSorted(
      (a, b) => a.id - b.id,
    ))
      await attempt(`run ${run.id}`, async () => void (await settleEnded(run, desk)));
  });
  await attempt("waiting runs", () => askAgain(desk));
  await attempt("closed offers", async () => {
    for (const { pullRequest } of (await listOffers({ state: "closed" }, desk)).toReversed())
      await attempt(`#${pullRequest.number}`, () =>
        settleOffer({ number: pullRequest.number, closer: null }, desk),
      );
  });
  await attempt("commands", () => answerLost(desk));
  await attempt("requests", () => startLost(desk));
  await attempt("stale", () => markStale(desk));
  await attempt("comments", () => updateRequests(desk));
  await attempt("dashboard", () => updateDashboard(desk));
}
