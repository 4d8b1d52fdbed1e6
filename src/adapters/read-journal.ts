import { readFile, stat } from "node:fs/promises";
import { NightshiftError, usageError } from "../domain/errors.ts";
import { JOURNAL_VERSION, type JournalEntry } from "../domain/events.ts";
import { explainJournalFault } from "./journal-fault.ts";
import { parseJournalLine } from "./journal-line.ts";

/** A line that was set aside. `line` is 1-based. */
export type DamagedEntry = { readonly line: number; readonly reason: string };

/** What a journal file holds. */
export type JournalContent = {
  /** Good entries, oldest first. */
  readonly entries: readonly JournalEntry[];
  readonly damaged: readonly DamagedEntry[];
  /** Bytes of the file up to its last newline; what is beyond is `torn`. */
  readonly wholeBytes: number;
  /** A last line that a kill or a power cut broke off; null when there is none. */
  readonly torn: Buffer | null;
  /** The number that the next event gets. */
  readonly nextSeq: number;
};

/**
 * Reads a journal without changing it. A bad line is set aside with its reason, and so is a gap in the numbers.
 *
 * Throws the usage errors `JOURNAL_MISSING`, `JOURNAL_NEWER` when a later version wrote any line, `JOURNAL_NOT_A_FILE`,
 * and `JOURNAL_UNREADABLE`.
 */
export async function readJournal(path: string): Promise<JournalContent> {
  return parseJournal(await readBytes(path), path);
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    if (!(await stat(path)).isFile()) {
      throw usageError({
        code: "JOURNAL_NOT_A_FILE",
        message: `${path} is not a regular file, so it cannot be a journal.`,
        hint: "Move it away, or name another folder for Nightshift's files with --root.",
      });
    }
    return await readFile(path);
  } catch (error) {
    throw error instanceof NightshiftError ? error : explainJournalFault(error, path, "read");
  }
}

function parseJournal(bytes: Buffer, path: string): JournalContent {
  const wholeBytes = bytes.lastIndexOf(0x0a) + 1;
  const entries: JournalEntry[] = [];
  const damaged: DamagedEntry[] = [];
  let nextSeq = 0;
  const lines = wholeBytes === 0 ? [] : bytes.toString("utf8", 0, wholeBytes - 1).split("\n");
  for (const [at, text] of lines.entries()) {
    const line = at + 1;
    const read = parseJournalLine(text);
    switch (read.status) {
      case "newer":
        throw usageError({
          code: "JOURNAL_NEWER",
          message: `${path} was written by a later Nightshift: line ${line} has version ${read.version}, and ${JOURNAL_VERSION} is the highest known here.`,
          hint: "Use that version of Nightshift, or start a campaign without --resume.",
        });
      case "damaged":
        damaged.push({ line, reason: read.reason });
        nextSeq += 1;
        break;
      case "entry": {
        const { seq } = read.entry;
        if (seq < nextSeq) {
          damaged.push({ line, reason: `its number is ${seq}, and ${nextSeq} was to come` });
          break;
        }
        if (seq > nextSeq) {
          damaged.push({ line, reason: `${seq - nextSeq} events before it are missing` });
        }
        entries.push(read.entry);
        nextSeq = seq + 1;
        break;
      }
      default:
        read satisfies never;
    }
  }
  const torn = bytes.subarray(wholeBytes);
  return { entries, damaged, wholeBytes, torn: torn.length === 0 ? null : torn, nextSeq };
}
