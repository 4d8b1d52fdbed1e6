import type { ItemSummary } from "../domain/events.ts";
import type { GateJudgement } from "../domain/judgement.ts";

/** The body of a promotion's commit: what was wrong, and what each gate said of the fix. Pure. */
export function renderEvidence(item: ItemSummary, judged: readonly GateJudgement[]): string {
  const failures = item.evidence.map(({ title, message }) => {
    const first = message.split("\n", 1)[0] ?? "";
    return first === "" ? `- ${title}` : `- ${title}: ${first}`;
  });
  const more = item.failures - item.evidence.length;
  const gates = judged.map(({ gate, status, reason }) => `- ${gate}: ${status}, ${reason}`);
  return [
    `Red before (${item.gate}):`,
    ...failures,
    ...(more > 0 ? [`- and ${more} more`] : []),
    "",
    "Gates on this tree:",
    ...gates,
  ].join("\n");
}
