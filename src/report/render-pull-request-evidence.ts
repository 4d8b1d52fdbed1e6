import type { PromotionStory } from "./pull-request-story.ts";
import { showCode, showCodeCell } from "./show-code.ts";

const maxGates = 30;
const maxFixed = 20;

/** What was red and is green: the campaign's words for before, verify's own result for after. Pure. */
export function renderPullRequestEvidence({ evidence, gates }: PromotionStory): string {
  const before = new Map(evidence.map(({ gate, before: was }) => [gate, was]));
  const rows = gates.slice(0, maxGates).map(({ gate, status, reason }) => {
    const was = before.get(gate);
    const cells = [gate, was ?? "not told", `${status}: ${reason}`].map(showCodeCell);
    return `| ${cells.join(" | ")} |`;
  });
  const fixed = gates.flatMap((gate) => gate.fixed);
  const lines = fixed.slice(0, maxFixed).map((name) => `- ${showCode(name)}`);
  return [
    "### Red before, green after",
    ...(rows.length === 0
      ? ["Verify told of no gate."]
      : [
          [
            "| gate | before, as the campaign saw it | after, run again by verify |",
            "| --- | --- | --- |",
            ...rows,
          ].join("\n"),
        ]),
    ...(gates.length > maxGates ? [`${gates.length - maxGates} more gates are in the artifact.`] : []),
    ...(lines.length === 0 ? [] : [`Fixed, as verify saw it:\n\n${lines.join("\n")}`]),
    ...(fixed.length > maxFixed ? [`and ${fixed.length - maxFixed} more.`] : []),
  ].join("\n\n");
}
