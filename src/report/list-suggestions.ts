import type { CampaignState, SuggestionState } from "../domain/campaign-state.ts";

/** A candidate that waits for a person, with what it is for and the name of its patch. */
export type Suggestion = SuggestionState & { readonly title: string; readonly file: string };

/** What a campaign suggests, cycle by cycle. Pure. */
export function listSuggestions({ cycles }: Pick<CampaignState, "cycles">): readonly Suggestion[] {
  return cycles.flatMap(({ suggestion, item }) =>
    suggestion === null
      ? []
      : [{ ...suggestion, title: item.title, file: `suggestion-cycle-${suggestion.cycle}.patch` }],
  );
}
