import { z } from "zod";
import { mayWrite } from "../../src/may-write.ts";
import { updateDashboard } from "../dashboard/update-dashboard.ts";
import { defineFamily, isPerson, senderSchema } from "../event-family.ts";
import { requestLabel } from "../requests/request-label.ts";
import { startRequest } from "../requests/start-request.ts";
import { turnDown } from "../requests/turn-down.ts";

/**
 * The label on an issue asks for a campaign, where somebody with write permission put it there. The issue's text counts
 * as it was then, so that its author cannot change what was agreed to.
 */
export const issueLabeled = defineFamily({
  events: ["issues.labeled"],
  schema: z.object({
    action: z.literal("labeled"),
    label: z.object({ name: z.literal(requestLabel.name) }),
    issue: z.object({
      number: z.int().positive(),
      title: z.string(),
      body: z.string().nullish(),
      updated_at: z.string(),
      pull_request: z.unknown().optional(),
    }),
    sender: senderSchema,
  }),
  isOurs: ({ issue, sender }) => issue.pull_request === undefined && isPerson(sender),
  run: async ({ issue, sender }, desk) => {
    const now = await desk.github.getIssue(issue.number);
    if (now === null || now.isPullRequest || now.state !== "open" || !now.labels.includes(requestLabel.name))
      return;
    const login = sender.login;
    if (!(await mayWrite(login, desk))) return await turnDown({ issue: issue.number, login }, desk);
    const asked = { number: issue.number, title: issue.title, body: issue.body ?? "" };
    await startRequest({ issue: asked, by: login, asked: new Date(issue.updated_at).toISOString() }, desk);
    await updateDashboard(desk);
  },
});
