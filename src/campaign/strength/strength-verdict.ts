import type { Denial } from "../../domain/denial.ts";

/** Whether the changed lines are tested as well as before. What could not be measured denies nothing, and says why. */
export type StrengthVerdict =
  | { readonly status: "as-before" | "not-measured"; readonly reason: string }
  | { readonly status: "weaker"; readonly reason: string; readonly denials: readonly Denial[] };
