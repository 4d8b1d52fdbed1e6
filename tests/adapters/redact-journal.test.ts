import { expect, it } from "vitest";
import { redactJournal } from "../../src/adapters/redact-journal.ts";
import type { CampaignEvent, JournalEntry } from "../../src/domain/events.ts";
import type { Journal } from "../../src/ports.ts";

it("lets no secret into the log, however deep in an event it stands, nor as the name of a field", async () => {
  const kept: CampaignEvent[] = [];
  const journal: Journal = {
    path: "journal.jsonl",
    append: async (event) => {
      kept.push(event);
      return { at: "2026-11-21T03:00:00Z", sequence: 1, event } as unknown as JournalEntry;
    },
    entries: () => [],
    close: async () => {},
  };
  const redacted = redactJournal(journal, (text) => text.replaceAll("hunter22", "[redacted]"));
  await redacted.append({
    type: "candidates-tried",
    cycle: 1,
    tried: 2,
    outcomes: { "failed with hunter22": 2 },
    durationMs: 3,
  });
  await redacted.append({ type: "warning", message: "no hunter22", hint: "" });
  expect(kept).toEqual([
    {
      type: "candidates-tried",
      cycle: 1,
      tried: 2,
      outcomes: { "failed with [redacted]": 2 },
      durationMs: 3,
    },
    { type: "warning", message: "no [redacted]", hint: "" },
  ]);
});
