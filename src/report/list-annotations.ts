import type { CampaignState } from "../domain/campaign-state.ts";
import { toPlainText } from "./plain-text.ts";

/** GitHub shows so many of each level for a step, and drops the rest without a word. */
const maxOfLevel = 10;
const maxChars = 500;

/** One note at the run, for people. */
export type Annotation = {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
};

/**
 * What a person should see at the run: why a campaign failed, what gates rejected, what was warned of. At most 10 of each
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
  const warned = state.warnings.map(
    ({ message, hint }): Annotation => ({
      level: "notice",
      title: "Nightshift",
      message: `${message} ${hint}`,
    }),
  );
  return [failed, rejected, warned].flatMap(capLevel);
}

function capLevel(annotations: readonly Annotation[]): readonly Annotation[] {
  const shown = annotations.slice(0, annotations.length > maxOfLevel ? maxOfLevel - 1 : maxOfLevel);
  const [first] = annotations;
  const left = annotations.length - shown.length;
  const more: readonly Annotation[] =
    first === undefined || left === 0
      ? []
      : [
          {
            level: first.level,
            title: "Nightshift",
            message: `${left} more like this are in the job summary.`,
          },
        ];
  return [...shown, ...more].map(({ level, title, message }) => ({
    level,
    title: toPlainText(title).slice(0, maxChars).toWellFormed(),
    message: toPlainText(message).trim().slice(0, maxChars).toWellFormed(),
  }));
}
