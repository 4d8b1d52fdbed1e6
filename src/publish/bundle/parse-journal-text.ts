import { parseJournalLine } from "../../adapters/journal-line.ts";
import type { JournalEntry } from "../../domain/events.ts";
import { type BundleRefusal, quote, refuseBundle } from "./bundle-refusal.ts";

/** Entries of a journal, or why they are none. */
export type ParsedJournal =
  | { readonly status: "parsed"; readonly entries: readonly JournalEntry[] }
  | BundleRefusal;

/**
 * Reads the journal of a bundle. Every line has to be an event, in order and of this campaign; numbers may be missing,
 * since the writer leaves events out where there are too many. Pure.
 */
export function parseJournalText(text: string, campaign: string): ParsedJournal {
  if (!text.endsWith("\n")) return refuseBundle("journal", "The journal is empty or cut off.");
  const entries: JournalEntry[] = [];
  for (const [at, line] of text.slice(0, -1).split("\n").entries()) {
    const read = parseJournalLine(line);
    if (read.status === "newer")
      return refuseBundle("version", `Line ${at + 1} of the journal has version ${read.version}.`);
    if (read.status === "damaged")
      return refuseBundle("journal", `Line ${at + 1} of the journal cannot be read: ${quote(read.reason)}.`);
    if (read.entry.seq <= (entries.at(-1)?.seq ?? -1))
      return refuseBundle("journal", `Line ${at + 1} of the journal is not in order.`);
    entries.push(read.entry);
  }
  const [first] = entries;
  return first?.event.type === "campaign-started" && first.event.campaign === campaign
    ? { status: "parsed", entries }
    : refuseBundle("journal", `The journal does not begin with campaign ${quote(campaign)}.`);
}
