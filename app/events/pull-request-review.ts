import { z } from "zod";
import { mayWrite } from "../../src/may-write.ts";
import { storeFate } from "../../src/store-fate.ts";
import { defineFamily, isPerson, senderSchema } from "../event-family.ts";
import { readOffer } from "../offers/read-offer.ts";

/** A review that asks for changes is a lesson, where the reviewer may write. It informs; nothing is enforced by it. */
export const pullRequestReview = defineFamily({
  events: ["pull_request_review.submitted"],
  schema: z.object({
    action: z.literal("submitted"),
    review: z.object({ state: z.string(), body: z.string().nullish() }),
    pull_request: z.object({ number: z.int().positive() }),
    sender: senderSchema,
  }),
  isOurs: ({ review, sender }) =>
    isPerson(sender) &&
    review.state.toLowerCase() === "changes_requested" &&
    (review.body ?? "").trim() !== "",
  run: async ({ review, pull_request: { number }, sender }, desk) => {
    const offer = await readOffer(number, desk);
    if (offer === null || !(await mayWrite(sender.login, desk))) return;
    const reason = (review.body ?? "").replace(/\s+/g, " ").trim();
    await storeFate({ offer, fate: { kind: "reviewed", reason } }, desk);
  },
});
