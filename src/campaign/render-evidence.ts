import type { EventOf, ItemSummary } from "../domain/events.ts";
import { describeId } from "../report/describe-id.ts";
import { neutralizeReferences } from "../report/neutralize-references.ts";
import { renderDenial } from "../report/render-denial.ts";

const MAX_TARGETS = 10;

/**
 * The body of a promotion's commit: what was wrong or asked for, which tests were written to show it, what each gate said
 * of the fix, and what a reviewer should look at. Denials are there only where safety is off. Pure.
 */
export function renderEvidence(
  item: ItemSummary,
  judged: Pick<EventOf<"candidate-judged">, "gates" | "denials" | "notes">,
  reproduction?: Pick<EventOf<"reproduction-judged">, "files" | "targets">,
): string {
  const failures = item.evidence.map(({ title, message }) => {
    const first = message.split("\n", 1)[0] ?? "";
    return first === "" ? `- ${title}` : `- ${title}: ${first}`;
  });
  const more = item.failures - item.evidence.length;
  const gates = judged.gates.map(({ gate, status, reason }) => `- ${gate}: ${status}, ${reason}`);
  const text = [
    item.kind === "issue" ? "Asked for:" : `Red before (${item.gate}):`,
    ...failures,
    ...(more > 0 ? [`- and ${more} more`] : []),
    ...(reproduction === undefined ? [] : renderTests(reproduction)),
    "",
    "Gates on this tree:",
    ...gates,
    ...list("Denied by policy, and kept all the same (--no-safety):", judged.denials),
    ...list("For the reviewer:", judged.notes),
  ].join("\n");
  return neutralizeReferences(text);
}

function renderTests({ files, targets }: Pick<EventOf<"reproduction-judged">, "files" | "targets">) {
  const shown = targets.slice(0, MAX_TARGETS).map((id) => `- ${describeId(id, "tests")}`);
  const more = targets.length - shown.length;
  const title = `Red before, green after, by tests written for it (${files.join(", ")}):`;
  return ["", title, ...shown, ...(more > 0 ? [`- and ${more} more`] : [])];
}

function list(title: string, denials: EventOf<"candidate-judged">["denials"]): readonly string[] {
  return denials.length === 0 ? [] : ["", title, ...denials.map((denial) => `- ${renderDenial(denial)}`)];
}
