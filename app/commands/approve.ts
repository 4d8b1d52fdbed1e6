import { startApproval } from "../approvals/start-approval.ts";
import type { Command } from "./command.ts";

/** `/approve <head sha>`: verified once more, then ready for review. The reply is kept current until then. */
export const approve: Command = async ({ argument, place, by, comment }, desk) => {
  if (place.kind !== "offer")
    return { status: "refused", text: "There is nothing to approve here: it belongs on a pull request." };
  return await startApproval({ offer: place.offer, head: argument, by, comment }, desk);
};
