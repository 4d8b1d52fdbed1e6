import type { CampaignEvent, EventOf, JournalEntry } from "../domain/events.ts";

/** The events of one cycle, from its (last) start on; what a kill cut off before a redo is not among them. */
export type CycleEvents = {
  readonly started: EventOf<"cycle-started">;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  all<Type extends CampaignEvent["type"]>(type: Type): readonly EventOf<Type>[];
  last<Type extends CampaignEvent["type"]>(type: Type): EventOf<Type> | undefined;
};

/** Collects a cycle's events from the journal's entries, or null when it has not started. Pure. */
export function collectCycleEvents(entries: readonly JournalEntry[], cycle: number): CycleEvents | null {
  const from = entries.findLastIndex(({ event }) => event.type === "cycle-started" && event.cycle === cycle);
  const first = entries[from];
  if (first?.event.type !== "cycle-started") return null;
  const events = entries.slice(from).map(({ event }) => event);
  const all = <Type extends CampaignEvent["type"]>(type: Type): readonly EventOf<Type>[] =>
    events.filter((event): event is EventOf<Type> => event.type === type);
  return { started: first.event, startedAt: first.at, all, last: (type) => all(type).at(-1) };
}
