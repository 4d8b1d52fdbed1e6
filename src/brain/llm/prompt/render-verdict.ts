import type { Verdict } from "../../brain.ts";

/** What became of a candidate, for the model that made it. Pure. */
export function renderVerdict(verdict: Exclude<Verdict, { status: "promote" }>): string {
  return verdict.reason;
}
