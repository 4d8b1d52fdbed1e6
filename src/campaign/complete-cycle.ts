import { NightshiftError } from "../domain/errors.ts";
import type { EventOf } from "../domain/events.ts";
import { neutralizeReferences } from "../report/neutralize-references.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { type CycleEvents, collectCycleEvents } from "./cycle-events.ts";
import { learnFromCycle } from "./learn-from-cycle.ts";
import { type PromotionResult, promote } from "./promote.ts";
import { renderEvidence } from "./render-evidence.ts";
import { settlePromotion } from "./settle-promotion.ts";
import { suggest } from "./suggest.ts";
import { summarizeCycle } from "./summarize-cycle.ts";

/**
 * Everything after a cycle's attempt: the promotion or suggestion, the lessons, the outcome. A function of the cycle's events, so
 * that a campaign that was killed anywhere in it does the rest and nothing twice. Gives the commit that master is at.
 *
 * Throws `MASTER_MOVED` when somebody else moved master; nothing is overwritten.
 */
export async function completeCycle(
  cycle: number,
  masterCommit: string,
  deps: CampaignDeps,
): Promise<string> {
  const attempted = readEvents(cycle, deps);
  const ended = attempted.last("attempt-ended");
  const promotion =
    ended?.status === "promote" ? await promoteOnce(cycle, masterCommit, attempted, deps) : undefined;
  if (ended?.status === "suggest") await suggest({ events: attempted, parent: masterCommit }, deps);
  for (const lesson of learnFromCycle(readEvents(cycle, deps), {
    campaign: deps.campaign,
    at: deps.clock.now(),
  })) {
    if (!deps.recall.knows(lesson.id)) await deps.log.append({ type: "lesson-learned", cycle, lesson });
    deps.recall.learn(lesson);
  }
  await deps.log.append(summarizeCycle(readEvents(cycle, deps), deps.clock.now()));
  return promotion?.commit ?? masterCommit;
}

async function promoteOnce(
  cycle: number,
  parent: string,
  events: CycleEvents,
  deps: CampaignDeps,
): Promise<EventOf<"promoted">> {
  const done = events.last("promoted");
  if (done !== undefined) return done;
  const intended = events.last("promotion-intended");
  const result =
    intended === undefined ? await promoteNow(cycle, parent, events, deps) : await settle(intended, deps);
  if (result.status === "promoted") return result.promotion;
  throw new NightshiftError({
    code: "MASTER_MOVED",
    message: `Master was moved during cycle ${cycle}: ${result.reason}.`,
    hint: "Nothing was overwritten. Start a campaign again; it begins from master as it is now.",
  });
}

async function settle(intended: EventOf<"promotion-intended">, deps: CampaignDeps): Promise<PromotionResult> {
  const result = await settlePromotion(intended, deps);
  if (result.status === "promoted") await deps.log.append(result.promotion);
  return result;
}

function promoteNow(
  cycle: number,
  parent: string,
  events: CycleEvents,
  deps: CampaignDeps,
): Promise<PromotionResult> {
  const judged = events.last("candidate-judged");
  const proposed = events.last("candidate-proposed");
  if (judged?.status !== "promote" || proposed?.tree !== judged.tree) {
    throw new Error(`cycle ${cycle} is to be promoted, but its last candidate was not judged so`);
  }
  const { item } = events.started;
  return promote(
    {
      campaign: deps.campaign,
      cycle,
      item: item.id,
      subject: `fix: ${neutralizeReferences(proposed.summary)}`,
      evidence: renderEvidence(item, judged, findReproduction(events)),
      parent,
      tree: judged.tree,
      at: deps.clock.now(),
      isUnsafe: deps.log.state().safety === "off",
      keep: deps.config.snapshots.keep,
      isDryRun: deps.isDryRun,
    },
    { git: deps.git, journal: deps.log },
  );
}

/** The tests that the promoted fix was made on: the last ones that were red. */
function findReproduction(events: CycleEvents): EventOf<"reproduction-judged"> | undefined {
  return events.all("reproduction-judged").findLast(({ status }) => status === "red");
}

function readEvents(cycle: number, deps: CampaignDeps): CycleEvents {
  const events = collectCycleEvents(deps.log.entries(), cycle);
  if (events === null) throw new Error(`cycle ${cycle} has not started`);
  return events;
}
