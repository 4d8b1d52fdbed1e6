import type { PromotionStory } from "./pull-request-story.ts";
import { showCode } from "./show-code.ts";

const maxShown = 20;

/** What was tried on the same item and refused, and why. "" where nothing was. Pure. */
export function renderRefusedAttempts({ refused }: PromotionStory): string {
  if (refused.length === 0) return "";
  const lines = refused
    .slice(0, maxShown)
    .map(({ summary, rule, reason }) => `- ${showCode(summary)}: ${showCode(reason)} (${showCode(rule)})`);
  const more = refused.length > maxShown ? [`- and ${refused.length - maxShown} more`] : [];
  return [
    "<details><summary>What was tried and refused</summary>",
    [...lines, ...more].join("\n"),
    "</details>",
  ].join("\n\n");
}
