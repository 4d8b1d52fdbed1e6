import type { VerifiedPromotion } from "../../domain/bundle-verdict.ts";
import type { GateJudgement } from "../../domain/judgement.ts";
import { cutText } from "../bundle/cut-text.ts";

const MAX_LINE = 2_000;
const MAX_ENTRIES = 200;

/** A reason as a verdict holds it. Pure. */
export function cutReason(reason: string): string {
  return cutText(reason, MAX_LINE);
}

/** What gates said, as a verdict holds it: without times, so that the same bundle gives the same verdict. Pure. */
export function describeGates(gates: readonly GateJudgement[]): VerifiedPromotion["gates"] {
  return gates.slice(0, MAX_ENTRIES).map(({ gate, status, fixed, reason }) => ({
    gate: cutReason(gate),
    status,
    fixed: fixed.slice(0, MAX_ENTRIES).map(cutReason),
    reason: cutReason(reason),
  }));
}
