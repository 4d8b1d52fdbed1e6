/** Why a campaign ended. `FAILED` alone means that it could not go on, and is never reported as success. */
export const stopReasons = [
  "NO_WORK_FOUND",
  "CONVERGED",
  "MAX_CYCLES_REACHED",
  "TIME_BUDGET_EXHAUSTED",
  "COST_BUDGET_EXHAUSTED",
  "STOPPED",
  "FAILED",
] as const;
export type StopReason = (typeof stopReasons)[number];
