import type { CampaignState } from "../domain/campaign-state.ts";
import { type Annotation, capAnnotations } from "./cap-annotations.ts";
import { listSuggestions } from "./list-suggestions.ts";
import { renderConfidence } from "./render-confidence.ts";

/**
 * What a person should see at the run: why a campaign failed, what gates rejected, what was warned of and what is
 * suggested. At most 10 of each
 * level; where there are more, the last one says how many. Pure.
 */
export function listAnnotations(state: CampaignState): readonly Annotation[] {
  const failed: readonly Annotation[] =
    state.stopReason === "FAILED"
      ? [{ level: "error", title: "The campaign failed", message: state.stopDetail }]
      : [];
  const rejected = state.cycles.flatMap(({ cycle, item, outcome, reason }): readonly Annotation[] =>
    outcome === "rejected" || outcome === "error"
      ? [{ level: "warning", title: `Cycle ${cycle}: ${outcome}: ${item.title}`, message: reason }]
      : [],
  );
  const suggested = listSuggestions(state).map(
    ({ cycle, title, subject, confidence }): Annotation => ({
      level: "notice",
      title: `Cycle ${cycle}: a suggestion for ${title}`,
      message: `${subject}; confidence ${renderConfidence(confidence)}`,
    }),
  );
  const warned = state.warnings.map(
    ({ message, hint }): Annotation => ({
      level: "notice",
      title: "Nightshift",
      message: `${message} ${hint}`,
    }),
  );
  return [failed, rejected, [...warned, ...suggested]].flatMap(capAnnotations);
}
