import type { EventOf } from "../domain/events.ts";
import type { Lesson } from "../domain/lesson.ts";
import {
  buildAvoidedLesson,
  buildDeniedLesson,
  buildExhaustedLesson,
  buildPatternLesson,
  buildSuggestedLesson,
  type LessonSource,
} from "../memory/build-lesson.ts";
import type { CycleEvents } from "./cycle-events.ts";
import { learnFromContest } from "./learn-from-contest.ts";
import { learnRewards } from "./learn-rewards.ts";

/** Rules whose refusal is evidence against the approach; errors, time-outs and crashes say nothing about it. */
const rulesWithEvidence: ReadonlySet<string> = new Set([
  "gate",
  "nothing-fixed",
  "tampered",
  "identity",
  "strength",
  "unproven-fix",
]);

/** Those among them that rest on what the item's own tests say. */
const rulesOfTheItem: ReadonlySet<string> = new Set(["nothing-fixed", "unproven-fix"]);

/**
 * What a cycle's events teach: an avoided approach for each candidate that full gates refused on their evidence, what
 * each rule denied, an exhausted key when the brain knows no more, a pattern when a candidate was promoted, that
 * one waits as a suggestion, who lost a contest, and what each attempt earned. Pure.
 */
export function learnFromCycle(
  events: CycleEvents,
  origin: { readonly campaign: string; readonly at: string },
): readonly Lesson[] {
  const { cycle, item } = events.started;
  const source = { ...origin, cycle, item };
  const lessons: Lesson[] = [];
  const isReproduced = events.all("reproduction-judged").some(({ status }) => status === "red");
  for (const judged of events.all("candidate-judged")) {
    const proposed = findProposal(events, judged);
    if (proposed === undefined) continue;
    // Where a test was written for the item, that it stays red may be the test's fault, and the fix may be right.
    const isDoubtful = isReproduced && rulesOfTheItem.has(judged.rule);
    if (judged.status === "reject" && rulesWithEvidence.has(judged.rule) && !isDoubtful) {
      lessons.push(buildAvoidedLesson({ ...source, proposed, judged }));
    }
  }
  lessons.push(...learnFromDenials(events, source));
  const promoted = events.last("promoted");
  const proposal = events.all("candidate-proposed").find(({ tree }) => tree === promoted?.tree);
  if (promoted !== undefined && proposal !== undefined) {
    lessons.push(buildPatternLesson({ ...source, proposed: proposal, commit: promoted.commit }));
  }
  const suggested = events.last("suggested");
  const offered = events.all("candidate-proposed").find(({ tree }) => tree === suggested?.tree);
  if (suggested !== undefined && offered !== undefined)
    lessons.push(buildSuggestedLesson({ ...source, proposed: offered, suggested }));
  const exhausted = events.last("attempt-ended")?.exhausted ?? null;
  if (exhausted !== null) {
    const candidates = events.all("candidates-tried").reduce((sum, { tried }) => sum + tried, 0);
    lessons.push(buildExhaustedLesson({ ...source, ...exhausted, candidates }));
  }
  lessons.push(...learnFromContest(events, source), ...learnRewards(events, source));
  return lessons;
}

/** One lesson for each rule that denied something in a candidate. */
function learnFromDenials(events: CycleEvents, source: LessonSource): readonly Lesson[] {
  const verdicts = [...events.all("candidate-refused"), ...events.all("candidate-judged")];
  return verdicts.flatMap((verdict) => {
    const proposed = findProposal(events, verdict);
    const byRule = Map.groupBy(verdict.denials, ({ rule }) => rule);
    return [...byRule.values()].flatMap(([first, ...others]) =>
      proposed === undefined || first === undefined
        ? []
        : [buildDeniedLesson({ ...source, proposed, denials: [first, ...others] })],
    );
  });
}

function findProposal(
  events: CycleEvents,
  judged: Pick<EventOf<"candidate-judged">, "attempt" | "tree">,
): EventOf<"candidate-proposed"> | undefined {
  return events
    .all("candidate-proposed")
    .find(({ attempt, tree }) => attempt === judged.attempt && tree === judged.tree);
}
