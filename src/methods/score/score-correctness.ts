/** What failing every attack takes away, and being alone with a behaviour: both are hints, the gates are the proof. */
const ATTACK_SHARE = 0.5;
const LONELY_SHARE = 0.3;

/** What is known of a candidate's correctness before the gates have judged it. */
export type CorrectnessEvidence = {
  /** False where anything fails that the base passed, nothing is mended, or the run gave no evidence. */
  readonly isGreen: boolean;
  /** Of the item's targets. */
  readonly mended: number;
  readonly targets: number;
  /** Attacks that count, and those of them that the candidate fails. */
  readonly attacks: number;
  readonly attacksFailed: number;
  /** Share of the compared candidates that behave as this one does, itself included; null where none were compared. */
  readonly behaviourShare: number | null;
};

/** The multiplier of a score, from 0 to 1. Whatever fails is 0. Pure. */
export function scoreCorrectness(evidence: CorrectnessEvidence): number {
  const { isGreen, mended, targets, attacks, attacksFailed, behaviourShare } = evidence;
  if (!isGreen || mended === 0 || targets === 0) return 0;
  const resistance = attacks === 0 ? 1 : 1 - ATTACK_SHARE * (attacksFailed / attacks);
  const company = behaviourShare === null ? 1 : 1 - LONELY_SHARE * (1 - behaviourShare);
  return Math.min(1, mended / targets) * resistance * company;
}
