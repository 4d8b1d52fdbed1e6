import { renderJournalLine } from "../../adapters/journal-line.ts";
import type { CampaignEvent, JournalEntry } from "../../domain/events.ts";

/** Events without which a journal does not fold to what was promoted, taught and spent. */
const essential: ReadonlySet<CampaignEvent["type"]> = new Set([
  "campaign-started",
  "campaign-resumed",
  "master-prepared",
  "cycle-started",
  "promoted",
  "suggested",
  "cycle-finished",
  "campaign-stopped",
]);

/**
 * The lines of a journal, in at most `maxBytes`. Where all are too many, the essential ones come first and others as far
 * as there is room, all in their order: the gap in the numbers tells what is missing. Pure.
 */
export function fitJournal(entries: readonly JournalEntry[], maxBytes: number): string {
  const lines = entries.map((entry) => ({ entry, line: `${renderJournalLine(entry)}\n` }));
  const [first, later] = [true, false].map((isEssential) =>
    lines.filter(({ entry }) => essential.has(entry.event.type) === isEssential),
  );
  let leftBytes = maxBytes;
  const kept = new Set<JournalEntry>();
  for (const { entry, line } of [...(first ?? []), ...(later ?? [])]) {
    const sizeBytes = Buffer.byteLength(line);
    if (sizeBytes > leftBytes) continue;
    leftBytes -= sizeBytes;
    kept.add(entry);
  }
  return lines.flatMap(({ entry, line }) => (kept.has(entry) ? [line] : [])).join("");
}
