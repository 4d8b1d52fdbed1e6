import { parseCommand } from "../commands/parse-command.ts";
import { runCommand } from "../commands/run-command.ts";
import { findDashboard } from "../dashboard/update-dashboard.ts";
import type { Desk } from "../desk.ts";
import { listOffers } from "../offers/list-offers.ts";
import { requestLabel } from "../requests/request-label.ts";

/** An older command is no longer what somebody wants now. */
const maxAgeMs = 24 * 3_600_000;

/** Commands whose delivery was lost. Those that have a reply are passed over. */
export async function answerLost(desk: Desk): Promise<void> {
  const offers = await listOffers({ state: "open" }, desk);
  const requests = await desk.github.listIssues({ state: "open", labels: [requestLabel.name], limit: 50 });
  const dashboard = await findDashboard(desk);
  const threads = new Set([
    ...offers.map(({ pullRequest }) => pullRequest.number),
    ...requests.filter(({ isPullRequest }) => !isPullRequest).map(({ number }) => number),
    ...(dashboard === null ? [] : [dashboard.number]),
  ]);
  const now = Date.parse(desk.clock.now());
  for (const issue of threads) {
    for (const { id, body, createdAt } of await desk.github.listComments(issue)) {
      if (parseCommand(body).status === "none" || now - Date.parse(createdAt) > maxAgeMs) continue;
      await runCommand({ issue, comment: id }, desk);
    }
  }
}
