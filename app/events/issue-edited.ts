import { z } from "zod";
import { mayWrite } from "../../src/may-write.ts";
import { findTicked } from "../dashboard/dashboard-box.ts";
import { runBox } from "../dashboard/run-box.ts";
import { findDashboard, updateDashboard } from "../dashboard/update-dashboard.ts";
import { defineFamily, isPerson, senderSchema } from "../event-family.ts";

/** Boxes of the dashboard. It is drawn anew afterwards, whoever edited it. */
export const issueEdited = defineFamily({
  events: ["issues.edited"],
  schema: z.object({
    action: z.literal("edited"),
    issue: z.object({ number: z.int().positive(), body: z.string().nullish() }),
    changes: z.object({ body: z.object({ from: z.string() }) }),
    sender: senderSchema,
  }),
  isOurs: ({ sender }) => isPerson(sender),
  run: async ({ issue, changes, sender }, desk) => {
    const dashboard = await findDashboard(desk);
    if (dashboard === null || dashboard.number !== issue.number) return;
    const ticked = findTicked(changes.body.from, issue.body ?? "");
    // A delivery that comes twice finds the dashboard drawn anew, with its boxes empty.
    const isSeen = dashboard.body !== (issue.body ?? "");
    if (ticked.length > 0 && !isSeen && (await mayWrite(sender.login, desk)))
      for (const box of ticked) await runBox(box, desk);
    await updateDashboard(desk);
  },
});
