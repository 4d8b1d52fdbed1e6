import { describe, expect, it } from "vitest";
import { fitJournal } from "../../../src/campaign/bundle/fit-journal.ts";
import { parseJournalText } from "../../../src/publish/bundle/parse-journal-text.ts";
import { foldEvents } from "../../../src/report/fold.ts";
import { entriesOf, prepared, promotedCycle, started } from "../../helpers/campaign-script.ts";

const warning = { type: "warning", message: "x".repeat(2_000), hint: "" } as const;
const entries = entriesOf(started, prepared, ...Array(50).fill(warning), ...promotedCycle(1));

function read(text: string) {
  const parsed = parseJournalText(text, "night-1");
  if (parsed.status === "refused") throw new Error(parsed.reason);
  return parsed.entries;
}

describe("fitJournal", () => {
  it("keeps all where there is room", () => {
    expect(read(fitJournal(entries, 1 << 20))).toEqual(entries);
  });

  it("keeps what the outcome needs where there is little, in order and within the limit", () => {
    const text = fitJournal(entries, 20_000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(20_000);
    const kept = read(text);
    expect(kept.length).toBeLessThan(entries.length);
    expect(foldEvents(kept)).toMatchObject({ campaign: "night-1", promoted: 1 });
    expect(foldEvents(kept).cycles[0]?.promotion?.tree).toBe("tree-1");
  });
});
