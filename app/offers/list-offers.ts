import type { Offer } from "../../src/learn-from-offer.ts";
import type { Desk } from "../desk.ts";
import { asOffer } from "./read-offer.ts";

/** Newest first; older ones are no longer looked at. */
const limit = 100;

/** The offers of a repository, newest first. */
export async function listOffers(
  { state }: { readonly state: "open" | "closed" },
  desk: Pick<Desk, "github" | "prefix">,
): Promise<readonly Offer[]> {
  const found = await desk.github.listPullRequests({ state, limit });
  return found.flatMap((pullRequest) => asOffer(pullRequest, desk) ?? []);
}
