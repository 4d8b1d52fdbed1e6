import type { CampaignState } from "../domain/campaign-state.ts";
import { listSuggestions } from "./list-suggestions.ts";
import { markdown } from "./markdown.ts";
import { renderConfidence } from "./render-confidence.ts";

const { code, codeBlock } = markdown;

/** The part of a report that tells what is suggested and not on master, and how to apply it; "" without any. Pure. */
export function renderSuggestions(state: CampaignState): string {
  const suggestions = listSuggestions(state);
  if (suggestions.length === 0) return "";
  const lines = suggestions.map(
    ({ cycle, subject, title, confidence, files }) =>
      `- cycle ${cycle}: ${code(subject)} for ${code(title)}, in ${files.map(code).join(", ")}; ` +
      `confidence ${code(renderConfidence(confidence))}`,
  );
  return [
    "## Suggestions",
    "Every gate lets these through, and the brain is not sure enough of them: none is on master.",
    lines.join("\n"),
    "Their patches are in the campaign's folder, beneath `patches/`, and in the artifact of a run on GitHub. To try one:",
    codeBlock(suggestions.map(({ file }) => `git apply --3way patches/${file}`).join("\n"), "sh"),
  ].join("\n\n");
}
