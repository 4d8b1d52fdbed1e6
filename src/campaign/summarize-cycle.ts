import type { EventOf } from "../domain/events.ts";
import type { CycleEvents } from "./cycle-events.ts";

/** A denial tells a brain what not to try, a reward what to try sooner; the search for work is as far as before. */
const isNew = ({ lesson }: EventOf<"lesson-learned">): boolean =>
  lesson.kind !== "denied" && lesson.kind !== "reward";

/** How a cycle ended, from its events. `at` is now, ISO 8601. Pure. */
export function summarizeCycle(events: CycleEvents, at: string): EventOf<"cycle-finished"> {
  const promoted = events.last("promoted");
  const ended = events.last("attempt-ended");
  const proposed = events.last("candidate-proposed");
  const suggested = events.last("suggested");
  const unkept = ended?.status === "rejected" ? "rejected" : "no-candidate";
  const outcome = promoted !== undefined ? "promoted" : suggested !== undefined ? "suggested" : unkept;
  return {
    type: "cycle-finished",
    cycle: events.started.cycle,
    outcome,
    reason: ended?.reason ?? "",
    candidates: events.all("candidates-tried").reduce((sum, { tried }) => sum + tried, 0),
    attempts: ended?.attempts ?? 0,
    files: promoted?.files ?? suggested?.files ?? proposed?.files.map(({ path }) => path) ?? [],
    commit: promoted?.commit ?? null,
    snapshot: promoted?.snapshot ?? null,
    hasTaught: promoted !== undefined || events.all("lesson-learned").some(isNew),
    durationMs: Math.max(0, Date.parse(at) - Date.parse(events.startedAt)),
    costUsd: events.all("model-called").reduce((sum, { costUsd }) => sum + costUsd, 0),
  };
}
