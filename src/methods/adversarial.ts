import type { BrainEnd } from "../brain/brain.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { type Gathered, gatherContenders } from "./contest/gather-contenders.ts";
import { measureContenders } from "./contest/measure-contenders.ts";
import { type RankedContender, rankContenders } from "./contest/rank-contenders.ts";
import { type ContestEnd, reportRanking } from "./contest/report-ranking.ts";
import type { MethodEnd, MethodTask } from "./method.ts";

/**
 * Candidates of several brains and temperatures stand against each other: tried on the item's gate, attacked with tests,
 * compared in behaviour, scored on what can be measured. The best goes to the campaign's judgement, then the next best
 * while attempts last. A score only orders: it promotes nothing.
 */
export async function adversarial(task: MethodTask): Promise<MethodEnd> {
  await using stack = new AsyncDisposableStack();
  const lanes = await openLanes(task, stack);
  const gathered = await gatherContenders(task, lanes);
  if (gathered.contenders.length === 0) return noCandidate("no brain proposed a candidate", gathered);
  const measured = await measureContenders(gathered.contenders, task, lanes);
  const ranked = rankContenders(measured, task.settings.weights);
  const { ends, attempts, reason } = await judgeInOrder(ranked, task);
  await reportRanking(ranked, ends, task);
  if ([...ends.values()].includes("won")) return { status: "promote", attempts };
  const isAllJudged = ranked.every((one) => ends.has(one) || one.score.total === 0);
  if (attempts === 0)
    return noCandidate(reason || "no candidate mends the item in a quick run", gathered, isAllJudged);
  return { status: "rejected", attempts, reason, brainEnds: listEnds(gathered, isAllJudged) };
}

/** As many sandboxes as can run side by side; the task's own is the first. */
async function openLanes(
  { brainTask, width, settings, openSandbox }: MethodTask,
  stack: AsyncDisposableStack,
): Promise<readonly Sandbox[]> {
  const lanes: Sandbox[] = [brainTask.sandbox];
  for (let number = 2; number <= Math.min(width, settings.candidates); number += 1)
    lanes.push(stack.use(await openSandbox(`lane-${number}`)));
  return lanes;
}

async function judgeInOrder(
  ranked: readonly RankedContender[],
  task: Pick<MethodTask, "attempts" | "judgeProposal" | "brainTask">,
) {
  const ends = new Map<RankedContender, ContestEnd>();
  let attempts = 0;
  let reason = "";
  for (const one of ranked) {
    if (one.score.total === 0 || attempts >= task.attempts || task.brainTask.signal.aborted) break;
    const decision = await task.judgeProposal(one.contender.proposal, attempts + 1);
    if (decision.status !== "refused") attempts += 1;
    if (decision.status === "promote") {
      ends.set(one, "won");
      break;
    }
    ends.set(one, decision.status === "refused" ? "refused" : "rejected");
    reason = decision.reason;
  }
  return { ends, attempts, reason };
}

function noCandidate(reason: string, gathered: Gathered, isAllJudged = true): MethodEnd {
  const said = gathered.brainEnds.map(({ end }) => end.reason);
  return {
    status: "no-candidate",
    attempts: 0,
    reason: [reason, ...said].join("; "),
    brainEnds: listEnds(gathered, isAllJudged),
  };
}

/** A brain whose candidates were not all judged may know more than this contest has seen of it. */
function listEnds({ brainEnds }: Gathered, isAllJudged: boolean): readonly BrainEnd[] {
  return brainEnds.map(({ end }) => (isAllJudged ? end : { ...end, exhausted: null }));
}
