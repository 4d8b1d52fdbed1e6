import type { Domain } from "../domain.ts";
import { batches } from "./batches.ts";
import { bookings } from "./bookings.ts";
import { calendar } from "./calendar.ts";
import { matrix } from "./matrix.ts";
import { paging } from "./paging.ts";
import { prices } from "./prices.ts";
import { settings } from "./settings.ts";
import { slug } from "./slug.ts";
import { statistics } from "./statistics.ts";

/** What projects can be about. */
export const domains: readonly Domain[] = [
  batches,
  bookings,
  calendar,
  matrix,
  paging,
  prices,
  settings,
  slug,
  statistics,
];
