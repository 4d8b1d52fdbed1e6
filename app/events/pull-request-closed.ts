import { z } from "zod";
import { defineFamily, isPerson, senderSchema } from "../event-family.ts";
import { settleOffer } from "../offers/settle-offer.ts";

/** What people made of an offer. */
export const pullRequestClosed = defineFamily({
  events: ["pull_request.closed"],
  schema: z.object({
    action: z.literal("closed"),
    pull_request: z.object({ number: z.int().positive() }),
    sender: senderSchema,
  }),
  run: ({ pull_request: { number }, sender }, desk) =>
    settleOffer({ number, closer: isPerson(sender) ? sender.login : null }, desk),
});
