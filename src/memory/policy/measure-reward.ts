import type { GateJudgement } from "../../domain/judgement.ts";
import { listHunks } from "../list-hunks.ts";

/** The least that a promotion earns; what earns less was not promoted. */
export const leastPromotedReward = 0.7;
/** The most that a rejected attempt earns: all that the item names mended, nothing broken, and still not let through. */
export const mostRejectedReward = 0.3;
/** What passes every gate and is not trusted enough to be promoted: between the two, whatever it cost. */
export const suggestedReward = 0.5;
/** What a promotion loses at most for each of its price, its size and the attempts before it. */
const malus = 0.1;
const largeCostUsd = 0.5;
const largeDiffLines = 200;
const manyAttempts = 3;
/** Refusals that are no evidence against what was tried. */
const rulesThatTeachNothing: ReadonlySet<string> = new Set(["error"]);
/** Refusals of a candidate that changed how it is judged: what it mended is not its merit. */
const rulesThatEarnNothing: ReadonlySet<string> = new Set(["tampered", "identity", "policy", "avoided"]);

/** An attempt that gates judged, as its events tell. */
export type JudgedAttempt = {
  readonly status: "promote" | "reject";
  readonly rule: string;
  readonly gates: readonly Pick<GateJudgement, "status" | "fixed" | "broken">[];
  /** How many checks or findings the item names. */
  readonly failures: number;
  /** Which attempt of the cycle it was, from 1. */
  readonly attempt: number;
  /** Unified diff of the candidate. */
  readonly diff: string;
  /** What models have cost in the cycle. */
  readonly costUsd: number;
};

/**
 * What an attempt earned, from 0 to 1: a promotion 1, less a little for cost, size and earlier attempts; a rejected one
 * a small share of what it mended without breaking anything. Null when the judgement is no evidence. Counts and dollars
 * alone go into it, no time, so that the same night earns the same. Pure.
 */
export function measureReward(judged: JudgedAttempt): number | null {
  if (judged.status === "promote") return 1 - malus * measureExpense(judged);
  if (rulesThatTeachNothing.has(judged.rule) || judged.gates.some(({ status }) => status === "error"))
    return null;
  if (rulesThatEarnNothing.has(judged.rule)) return 0;
  if (judged.gates.some(({ broken }) => broken.length > 0)) return 0;
  const fixed = judged.gates.reduce((sum, gate) => sum + gate.fixed.length, 0);
  return mostRejectedReward * share(fixed, Math.max(1, judged.failures));
}

/** From 0 to 3. */
function measureExpense({ costUsd, diff, attempt }: JudgedAttempt): number {
  const lines = listHunks(diff).flatMap((hunk) => hunk.lines.filter((line) => /^[-+]/.test(line)));
  return (
    share(costUsd, largeCostUsd) + share(lines.length, largeDiffLines) + share(attempt - 1, manyAttempts)
  );
}

function share(part: number, whole: number): number {
  return Math.min(1, Math.max(0, part / whole));
}
