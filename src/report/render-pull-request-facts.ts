import type { PromotionStory } from "./pull-request-story.ts";
import { renderConfidence } from "./render-confidence.ts";
import { showCode, showCodeCell } from "./show-code.ts";

const maxNotes = 20;

/** How a promotion came about and what it cost, and what policy wants a reviewer to look at. Pure. */
export function renderPullRequestFacts(promotion: PromotionStory): string {
  const { confidence, costUsd, tokens, attempts, candidates, origin, method, notes } = promotion;
  const facts = [
    ["confidence", confidence === null ? "not reckoned" : showCodeCell(renderConfidence(confidence))],
    ["cost", `$${costUsd.toFixed(4)}, ${tokens} tokens`],
    ["attempts", `${attempts}, with ${candidates} candidates`],
    ["made by", `${showCodeCell(origin)}, method ${showCodeCell(method)}`],
  ];
  const table = ["| | |", "| --- | --- |", ...facts.map((row) => `| ${row.join(" | ")} |`)].join("\n");
  const lines = notes.slice(0, maxNotes).map(({ rule, file, line, reason }) => {
    const place = file === "" ? "" : `${showCode(line === null ? file : `${file}:${line}`)}: `;
    return `- ${place}${showCode(reason)} (rule ${showCode(rule)})`;
  });
  const more = notes.length > maxNotes ? [`- and ${notes.length - maxNotes} more`] : [];
  return [
    "### How it came about",
    table,
    ...(lines.length === 0 ? [] : [`Please look at these:\n\n${[...lines, ...more].join("\n")}`]),
  ].join("\n\n");
}
