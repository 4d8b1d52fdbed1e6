import { constants } from "node:fs";
import { access, appendFile, type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import { NightshiftError } from "../domain/errors.ts";
import type { CampaignEvent, JournalEntry } from "../domain/events.ts";
import type { Clock, Journal } from "../ports.ts";
import { explainJournalFault } from "./journal-fault.ts";
import { renderJournalLine } from "./journal-line.ts";
import { type DamagedEntry, type JournalContent, readJournal } from "./read-journal.ts";

/** A journal on the disk, with what had to be mended when it was opened. */
export type JournalFile = Journal & {
  readonly damaged: readonly DamagedEntry[];
  /** Whether a last line that was broken off was cut away; it is kept in `<path>.torn`. */
  readonly isRepaired: boolean;
};

const empty: JournalContent = { entries: [], damaged: [], wholeBytes: 0, torn: null, nextSeq: 0 };

/**
 * Opens a journal to append to, made if it is not there. `append` resolves when the line is on the disk (fdatasync),
 * one event after the other; when it rejects, the file is as it was before. One process at a time: whoever opens it
 * holds the campaign lock.
 *
 * Throws what `readJournal` throws, and `JOURNAL_DISK_FULL`, `JOURNAL_READ_ONLY`, `JOURNAL_UNWRITABLE`; `append` those,
 * and `JOURNAL_CLOSED`.
 */
export async function openJournal({
  path,
  clock = { now: () => new Date().toISOString() },
}: {
  readonly path: string;
  readonly clock?: Pick<Clock, "now">;
}): Promise<JournalFile> {
  const before = await readExisting(path);
  const file = await openForAppending(path, before);
  const entries = [...before.entries];
  let sizeBytes = before.wholeBytes;
  let nextSeq = before.nextSeq;
  let last: Promise<unknown> = Promise.resolve();
  let ended: NightshiftError | null = null;

  async function write(event: CampaignEvent): Promise<JournalEntry> {
    if (ended !== null) {
      throw ended;
    }
    const entry: JournalEntry = { seq: nextSeq, at: clock.now(), event };
    const line = Buffer.from(`${renderJournalLine(entry)}\n`);
    try {
      await writeAll(file, line, sizeBytes);
      await file.datasync();
    } catch (cause) {
      // A part of the line may be there: without it the file is whole again.
      const isUndone = await file.truncate(sizeBytes).then(
        () => true,
        () => false,
      );
      const fault = explainJournalFault(cause, path, "write");
      if (!isUndone) ended = fault;
      throw fault;
    }
    sizeBytes += line.length;
    nextSeq += 1;
    entries.push(entry);
    return entry;
  }

  return {
    path,
    damaged: before.damaged,
    isRepaired: before.torn !== null,
    append: (event) => {
      const written = last.then(() => write(event));
      last = written.catch(() => {});
      return written;
    },
    entries: () => entries,
    close: async () => {
      await last;
      if (ended?.code === "JOURNAL_CLOSED") return;
      ended = new NightshiftError({
        code: "JOURNAL_CLOSED",
        message: `The journal ${path} is closed, so nothing more can be written to it.`,
        hint: "This is a fault in Nightshift: an event came after the campaign's end.",
      });
      await file.close();
    },
  };
}

async function readExisting(path: string): Promise<JournalContent> {
  try {
    return await readJournal(path);
  } catch (error) {
    if (error instanceof NightshiftError && error.code === "JOURNAL_MISSING") return empty;
    throw error;
  }
}

async function openForAppending(path: string, { torn, wholeBytes }: JournalContent): Promise<FileHandle> {
  try {
    await mkdir(dirname(path), { recursive: true });
    if (torn !== null) {
      await access(path, constants.W_OK);
      await appendFile(`${path}.torn`, Buffer.concat([torn, Buffer.from("\n")]));
    }
    const file = await open(path, constants.O_RDWR | constants.O_CREAT, 0o644);
    if (torn !== null) {
      await file.truncate(wholeBytes);
    }
    await file.sync();
    await syncFolder(dirname(path));
    return file;
  } catch (cause) {
    throw explainJournalFault(cause, path, "write");
  }
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** A new file is on the disk only when its folder's entry is. */
async function syncFolder(path: string): Promise<void> {
  await using folder = await open(path, constants.O_RDONLY);
  await folder.sync();
}
