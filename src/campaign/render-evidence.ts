import type { EventOf, ItemSummary } from "../domain/events.ts";
import { renderDenial } from "../report/render-denial.ts";

/**
 * The body of a promotion's commit: what was wrong, what each gate said of the fix, and what a reviewer should look at.
 * Denials are there only where safety is off. Pure.
 */
export function renderEvidence(
  item: ItemSummary,
  judged: Pick<EventOf<"candidate-judged">, "gates" | "denials" | "notes">,
): string {
  const failures = item.evidence.map(({ title, message }) => {
    const first = message.split("\n", 1)[0] ?? "";
    return first === "" ? `- ${title}` : `- ${title}: ${first}`;
  });
  const more = item.failures - item.evidence.length;
  const gates = judged.gates.map(({ gate, status, reason }) => `- ${gate}: ${status}, ${reason}`);
  return [
    `Red before (${item.gate}):`,
    ...failures,
    ...(more > 0 ? [`- and ${more} more`] : []),
    "",
    "Gates on this tree:",
    ...gates,
    ...list("Denied by policy, and kept all the same (--no-safety):", judged.denials),
    ...list("For the reviewer:", judged.notes),
  ].join("\n");
}

function list(title: string, denials: EventOf<"candidate-judged">["denials"]): readonly string[] {
  return denials.length === 0 ? [] : ["", title, ...denials.map((denial) => `- ${renderDenial(denial)}`)];
}
