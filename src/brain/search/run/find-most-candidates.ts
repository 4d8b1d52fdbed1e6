import type { BrainLimits } from "../../brain.ts";
import type { CandidateRunner } from "./candidate-runner.ts";

/** How many candidates may be run: fewer where each needs processes of its own. Pure. */
export function findMostCandidates(
  kind: CandidateRunner["kind"],
  {
    maxCandidates,
    maxPlainCandidates = maxCandidates,
  }: Pick<BrainLimits, "maxCandidates" | "maxPlainCandidates">,
): number {
  return kind === "warm" ? maxCandidates : Math.min(maxCandidates, maxPlainCandidates);
}
