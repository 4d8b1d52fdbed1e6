import type { Config } from "../../config/schema.ts";
import type { EditMeasures } from "../score/measure-edits.ts";
import { type CandidateScore, scoreCandidate } from "../score/score-candidate.ts";
import { scoreCorrectness } from "../score/score-correctness.ts";
import { scoreDiffSize } from "../score/score-diff-size.ts";
import { scoreMaintainability } from "../score/score-maintainability.ts";
import { scorePerformance } from "../score/score-performance.ts";
import { scoreReadability } from "../score/score-readability.ts";
import type { Contender } from "./gather-contenders.ts";
import type { QuickTry } from "./try-contender.ts";

/** All that was measured of a contender. */
export type MeasuredContender = {
  readonly contender: Contender;
  readonly quick: QuickTry;
  readonly measures: EditMeasures;
  /** Of the item. */
  readonly targets: number;
  readonly attacks: number;
  readonly attacksFailed: number;
  readonly behaviourShare: number | null;
  /** Milliseconds that are compared, as the probe's or the gate's; null where time may not count or nothing was measured. */
  readonly timeMs: number | null;
};

/** A contender with its score. */
export type RankedContender = MeasuredContender & { readonly score: CandidateScore };

/** Scores contenders against each other, the best first; equal ones stay in their order. Pure. */
export function rankContenders(
  measured: readonly MeasuredContender[],
  weights: Config["method"]["weights"],
): readonly RankedContender[] {
  const times = measured.filter(({ quick }) => quick.isGreen).map(({ timeMs }) => timeMs);
  const ranked = measured.map((one) => {
    const { quick, measures } = one;
    const parts = {
      correctness: scoreCorrectness({ ...one, isGreen: quick.isGreen, mended: quick.mended }),
      performance: scorePerformance(one.timeMs, times),
      readability: scoreReadability(measures),
      maintainability: scoreMaintainability(measures),
      diffSize: scoreDiffSize(measures),
    };
    return { ...one, score: scoreCandidate(parts, weights) };
  });
  return ranked.toSorted((a, b) => b.score.total - a.score.total);
}
