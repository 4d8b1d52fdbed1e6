import type { BudgetExcess } from "../../../domain/budget.ts";
import type { Charge, Meter } from "./create-meter.ts";

/** Room for one call in every scope, or why there is none. */
export type Reservation =
  | { readonly status: "reserved"; settle(actual: Charge): void }
  | { readonly status: "over-budget"; readonly excess: BudgetExcess };

/** The first budget, the widest scope first, that a call of this size could go beyond; null where all have room. */
export function findExcess(worst: Charge, meters: readonly Meter[]): BudgetExcess | null {
  for (const meter of meters) {
    const excess = meter.findExcess(worst);
    if (excess !== null) return excess;
  }
  return null;
}

/**
 * Holds the worst case of a call in all meters or in none, at once, so that calls side by side cannot go beyond a
 * budget together. `settle` puts what the call took in its place; only its first use counts.
 */
export function reserve(worst: Charge, meters: readonly Meter[]): Reservation {
  const excess = findExcess(worst, meters);
  if (excess !== null) return { status: "over-budget", excess };
  const held = meters.map((meter) => meter.hold(worst));
  return {
    status: "reserved",
    settle: (actual) => {
      for (const { release } of held) release(actual);
    },
  };
}
