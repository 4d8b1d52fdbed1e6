import type { CampaignState } from "../domain/campaign-state.ts";
import type { CampaignEvent, JournalEntry } from "../domain/events.ts";
import type { Journal } from "../ports.ts";
import { applyEvent, initialState } from "../report/fold.ts";

/** The journal with the state that its events fold to: the one holder of campaign state. */
export type CampaignLog = {
  readonly path: string;
  state(): CampaignState;
  entries(): readonly JournalEntry[];
  /** Resolves when the event is on the disk; the state has moved by then. */
  append(event: CampaignEvent): Promise<JournalEntry>;
};

/** Folds what the journal holds, then follows it. `onEvent` sees each new entry with the state after it. */
export function createCampaignLog(
  journal: Journal,
  onEvent: (entry: JournalEntry, state: CampaignState) => void | Promise<void>,
): CampaignLog {
  let state = journal.entries().reduce(applyEvent, initialState);
  return {
    path: journal.path,
    state: () => state,
    entries: () => journal.entries(),
    append: async (event) => {
      const entry = await journal.append(event);
      state = applyEvent(state, entry);
      await onEvent(entry, state);
      return entry;
    },
  };
}
