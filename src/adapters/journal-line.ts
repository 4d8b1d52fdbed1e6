import { createHash } from "node:crypto";
import { eventSchema, JOURNAL_VERSION, type JournalEntry } from "../domain/events.ts";

/** What one line of a journal is. `newer`: a later version of Nightshift wrote it. */
export type ReadLine =
  | { readonly status: "entry"; readonly entry: JournalEntry }
  | { readonly status: "newer"; readonly version: number }
  | { readonly status: "damaged"; readonly reason: string };

const checksum = /,"sum":"([0-9a-f]{16})"\}$/;

/**
 * One event as a line, without its newline: `{v, seq, at, event fields…, sum}`. `sum` is the first 16 hexadecimal
 * digits of the SHA-256 of the line without it. Throws a ZodError for an event that could not be read back. Pure.
 */
export function renderJournalLine({ seq, at, event }: JournalEntry): string {
  const bare = JSON.stringify({ v: JOURNAL_VERSION, seq, at, ...eventSchema.parse(event) });
  return `${bare.slice(0, -1)},"sum":"${sumOf(bare)}"}`;
}

/** Reads a line back; it never throws. Pure. */
export function parseJournalLine(line: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { status: "damaged", reason: "it is not JSON" };
  }
  if (typeof value !== "object" || value === null || !("v" in value) || typeof value.v !== "number") {
    return { status: "damaged", reason: "it has no version" };
  }
  // Before the checksum: a later version may well compute another one.
  if (value.v > JOURNAL_VERSION) {
    return { status: "newer", version: value.v };
  }
  const sum = checksum.exec(line);
  if (sum === null || sum[1] !== sumOf(`${line.slice(0, sum.index)}}`)) {
    return { status: "damaged", reason: "its checksum does not fit" };
  }
  const parsed = eventSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue === undefined ? "" : ` (${issue.path.join(".")}: ${issue.message})`;
    return { status: "damaged", reason: `it is no event${where}` };
  }
  const { seq, at } = value as { readonly seq?: unknown; readonly at?: unknown };
  if (typeof seq !== "number" || !Number.isSafeInteger(seq) || typeof at !== "string") {
    return { status: "damaged", reason: "it has no number or no date" };
  }
  return { status: "entry", entry: { seq, at, event: parsed.data } };
}

function sumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
