import { z } from "zod";
import { parseCommand } from "../commands/parse-command.ts";
import { runCommand } from "../commands/run-command.ts";
import { defineFamily, isPerson, senderSchema } from "../event-family.ts";

/** Commands. Edited and deleted comments are none, and neither is what a robot or an App says. */
export const issueComment = defineFamily({
  events: ["issue_comment.created"],
  schema: z.object({
    action: z.literal("created"),
    issue: z.object({ number: z.int().positive() }),
    comment: z.object({
      id: z.int().positive(),
      body: z.string(),
      performed_via_github_app: z.unknown().optional(),
    }),
    sender: senderSchema,
  }),
  isOurs: ({ comment, sender }) =>
    isPerson(sender) &&
    (comment.performed_via_github_app ?? null) === null &&
    parseCommand(comment.body).status !== "none",
  run: async ({ issue, comment }, desk) => {
    await runCommand({ issue: issue.number, comment: comment.id }, desk);
  },
});
