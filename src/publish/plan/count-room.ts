import type { Offers } from "../state/read-offers.ts";
import type { Obstacle } from "./find-obstacle.ts";

const dayMs = 86_400_000;

/** How many pull requests there may be. */
export type OfferLimits = { readonly maxOpen: number; readonly maxPerNight: number };

/** Says for each further pull request whether there is room for it. */
export type Room = { take(): Obstacle };

/** Counts from what is open, and what was offered within a day before `at`. */
export function countRoom(
  { known }: Offers,
  { maxOpen, maxPerNight, at }: OfferLimits & { readonly at: string },
): Room {
  let open = known.filter(({ pullRequest }) => pullRequest.state === "open").length;
  let tonight = known.filter(({ marker }) => Date.parse(at) - Date.parse(marker.at) < dayMs).length;
  return {
    take: () => {
      if (open >= maxOpen)
        return { rule: "max-open", reason: `${open} pull requests are open, the most that may be` };
      if (tonight >= maxPerNight)
        return {
          rule: "max-per-night",
          reason: `${tonight} were offered within a day, the most that may be`,
        };
      open += 1;
      tonight += 1;
      return null;
    },
  };
}
