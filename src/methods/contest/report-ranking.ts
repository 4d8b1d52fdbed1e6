import type { MethodTask } from "../method.ts";
import type { RankedContender } from "./rank-contenders.ts";

/** What became of a contender: `failed` in the quick run, `rejected` or `refused` by the campaign's judgement. */
export type ContestEnd = "won" | "rejected" | "refused" | "failed" | "outscored" | "not-judged";

/** Journals each contender with its figures, the best first; the candidate goes along with those that did not reach a judge. */
export async function reportRanking(
  ranked: readonly RankedContender[],
  ends: ReadonlyMap<RankedContender, ContestEnd>,
  { onStep }: Pick<MethodTask, "onStep">,
): Promise<void> {
  const winner = ranked.find((one) => ends.get(one) === "won");
  for (const one of ranked) {
    const { contender, score, quick, attacks, attacksFailed, behaviourShare } = one;
    const { proposal } = contender;
    const end = ends.get(one) ?? endOf(one, winner);
    const against =
      end === "outscored" && winner !== undefined ? ` against ${round(winner.score.total)}` : "";
    const why = end === "failed" ? ` (${quick.outcome})` : "";
    await onStep({
      step: "score",
      status: end,
      detail: `"${proposal.summary}" by ${proposal.origin}: ${round(score.total)}${against}${why}.`,
      figures: {
        ...Object.fromEntries(Object.entries(score).map(([name, value]) => [name, round(value)])),
        ...{ attacks, attacksFailed },
        ...(behaviourShare === null ? {} : { behaviourShare: round(behaviourShare) }),
        ...(contender.temperature === null ? {} : { temperature: contender.temperature }),
      },
      ...(end === "failed" || end === "outscored" ? { candidate: proposal } : {}),
    });
  }
}

function endOf(one: RankedContender, winner: RankedContender | undefined): ContestEnd {
  if (one.score.total === 0) return "failed";
  return winner === undefined ? "not-judged" : "outscored";
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
