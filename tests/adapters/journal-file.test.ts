import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openJournal } from "../../src/adapters/journal-file.ts";
import { readJournal } from "../../src/adapters/read-journal.ts";
import type { CampaignEvent } from "../../src/domain/events.ts";
import { openScratchFolder } from "../helpers/scratch-folder.ts";
import { createTickingClock } from "../helpers/ticking-clock.ts";

const warning = (message: string): CampaignEvent => ({ type: "warning", message, hint: "" });
const messages = (entries: readonly { readonly event: CampaignEvent }[]) =>
  entries.map(({ event }) => (event.type === "warning" ? event.message : event.type));

async function write(path: string, ...texts: readonly string[]): Promise<void> {
  const journal = await openJournal({ path, clock: createTickingClock() });
  for (const text of texts) await journal.append(warning(text));
  await journal.close();
}

/** Replaces a line, given by its number from 1. */
function replaceLine(path: string, line: number, change: (text: string) => string): void {
  const lines = readFileSync(path, "utf8").split("\n");
  lines[line - 1] = change(lines[line - 1] ?? "");
  writeFileSync(path, lines.join("\n"));
}

describe("openJournal", () => {
  it("writes one line for each event, numbered and dated, and reads them back", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "deep", "journal.jsonl");
    const text =
      'quotes " and \n newlines, ünïcödé 🌙, a lone \ud800 surrogate and ,"sum":"0123456789abcdef"}';
    await write(path, "one", text);
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[0] ?? "")).toEqual({
      v: 1,
      seq: 0,
      at: "2026-11-21T03:00:00.000Z",
      type: "warning",
      message: "one",
      hint: "",
      sum: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    const read = await readJournal(path);
    expect(messages(read.entries)).toEqual(["one", text]);
    expect(read).toMatchObject({ damaged: [], torn: null, nextSeq: 2 });
  });

  it("goes on with the next number when it is opened again", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "journal.jsonl");
    await write(path, "one");
    await write(path, "two");
    const { entries } = await readJournal(path);
    expect(entries.map(({ seq }) => seq)).toEqual([0, 1]);
  });

  it("keeps the order of events that are appended at once", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "journal.jsonl");
    const journal = await openJournal({ path });
    const texts = Array.from({ length: 40 }, (_, at) => String(at));
    await Promise.all(texts.map((text) => journal.append(warning(text))));
    await journal.close();
    expect(messages((await readJournal(path)).entries)).toEqual(texts);
    expect(messages(journal.entries())).toEqual(texts);
  });

  it("cuts off a torn last line, keeps it aside and appends after the last whole one", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "journal.jsonl");
    await write(path, "one", "two");
    const whole = readFileSync(path);
    const torn = whole.subarray(0, whole.length - 5);
    writeFileSync(path, torn);
    const journal = await openJournal({ path });
    expect(journal.isRepaired).toBe(true);
    expect(readFileSync(path)).toEqual(torn.subarray(0, torn.lastIndexOf(0x0a) + 1));
    expect(messages(journal.entries())).toEqual(["one"]);
    await journal.append(warning("three"));
    await journal.close();
    const read = await readJournal(path);
    expect(messages(read.entries)).toEqual(["one", "three"]);
    expect(read.damaged).toEqual([]);
    const lastLine = torn.subarray(torn.lastIndexOf(0x0a) + 1).toString();
    expect(readFileSync(`${path}.torn`, "utf8")).toBe(`${lastLine}\n`);
  });

  it.each(Array.from({ length: 12 }, (_, at) => at * 13))(
    "survives a write cut at byte %i of its line",
    async (cut) => {
      using folder = openScratchFolder();
      const path = join(folder.path, "journal.jsonl");
      await write(path, "one");
      const sizeBytes = readFileSync(path).length;
      await write(path, "two");
      writeFileSync(path, readFileSync(path).subarray(0, sizeBytes + cut));
      await write(path, "three");
      const texts = messages((await readJournal(path)).entries);
      expect(texts.filter((text) => text !== "two")).toEqual(["one", "three"]);
    },
  );

  it("takes zeros at the end, as a power cut leaves them, for a torn line", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "journal.jsonl");
    await write(path, "one");
    appendFileSync(path, Buffer.alloc(4096));
    await write(path, "two");
    expect(messages((await readJournal(path)).entries)).toEqual(["one", "two"]);
  });

  it("sets a bad line in the middle aside, reports it and keeps the others", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "journal.jsonl");
    await write(path, "one", "two", "three");
    replaceLine(path, 2, (line) => line.replace("two", "owt"));
    const journal = await openJournal({ path });
    expect(messages(journal.entries())).toEqual(["one", "three"]);
    expect(journal.damaged).toEqual([{ line: 2, reason: "its checksum does not fit" }]);
    expect((await journal.append(warning("four"))).seq).toBe(3);
    await journal.close();
  });

  it.each([
    ["no JSON", "{", "it is not JSON"],
    ["JSON of another kind", '["v"]', "it has no version"],
    ["an empty line", "", "it is not JSON"],
  ])("sets %s aside", async (_name, text, reason) => {
    using folder = openScratchFolder();
    const path = join(folder.path, "journal.jsonl");
    await write(path, "one", "two", "three");
    replaceLine(path, 2, () => text);
    expect((await readJournal(path)).damaged).toEqual([{ line: 2, reason }]);
  });

  it("tells of events that are missing and of lines that come twice", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "journal.jsonl");
    await write(path, "one", "two", "three");
    const [one, , three] = readFileSync(path, "utf8").split("\n");
    writeFileSync(path, `${one}\n${one}\n${three}\n`);
    const read = await readJournal(path);
    expect(messages(read.entries)).toEqual(["one", "three"]);
    expect(read.damaged.map(({ line }) => line)).toEqual([2, 3]);
  });

  it("refuses a journal of a later version, and writes nothing to it", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "journal.jsonl");
    await write(path, "one");
    appendFileSync(path, '{"v":2,"seq":1,"new":true}\n{"torn');
    const before = readFileSync(path);
    await expect(openJournal({ path })).rejects.toMatchObject({
      code: "JOURNAL_NEWER",
      kind: "usage",
      message: expect.stringContaining("version 2"),
    });
    expect(readFileSync(path)).toEqual(before);
    expect(existsSync(`${path}.torn`)).toBe(false);
  });

  it("refuses an event that it could not read back, and stays usable", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "journal.jsonl");
    const journal = await openJournal({ path });
    const bad = { type: "warning", message: 7, hint: "" } as unknown as CampaignEvent;
    await expect(journal.append(bad)).rejects.toThrow();
    await journal.append(warning("good"));
    await journal.close();
    expect((await readJournal(path)).entries).toMatchObject([{ seq: 0, event: { message: "good" } }]);
  });

  it("refuses to append once it is closed", async () => {
    using folder = openScratchFolder();
    const journal = await openJournal({ path: join(folder.path, "journal.jsonl") });
    await journal.close();
    await journal.close();
    await expect(journal.append(warning("late"))).rejects.toMatchObject({ code: "JOURNAL_CLOSED" });
  });

  it("refuses what is not a regular file, such as a link to /dev/full", async () => {
    using folder = openScratchFolder();
    const path = join(folder.path, "journal.jsonl");
    symlinkSync("/dev/full", path);
    await expect(openJournal({ path })).rejects.toMatchObject({ code: "JOURNAL_NOT_A_FILE", kind: "usage" });
    await expect(openJournal({ path: folder.path })).rejects.toMatchObject({ code: "JOURNAL_NOT_A_FILE" });
  });

  it("says what to do in a folder that cannot be written to", async (context) => {
    using folder = openScratchFolder();
    const locked = join(folder.path, "locked");
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    if (process.getuid?.() === 0) {
      context.skip("root may write to a folder of any mode");
    }
    await expect(openJournal({ path: join(locked, "journal.jsonl") })).rejects.toMatchObject({
      code: "JOURNAL_READ_ONLY",
      kind: "usage",
      hint: expect.stringContaining("--root"),
    });
  });
});

/** Mounts a file system of 64 KiB, or says why it cannot be. */
function mountSmall(path: string): string | null {
  try {
    mkdirSync(path, { recursive: true });
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", path], { stdio: "pipe" });
    return null;
  } catch (error) {
    return String((error as { readonly stderr?: unknown }).stderr ?? error).trim();
  }
}

describe("on a disk of its own", () => {
  using probe = openScratchFolder();
  const reason = mountSmall(probe.path);
  if (reason === null) execFileSync("umount", [probe.path]);
  else console.warn(`a full disk is not tested: a small file system cannot be mounted (${reason})`);

  it.skipIf(reason !== null)(
    "leaves nothing torn when the disk is full, and goes on when there is room",
    async () => {
      using folder = openScratchFolder();
      const disk = join(folder.path, "disk");
      mountSmall(disk);
      try {
        const path = join(disk, "journal.jsonl");
        const journal = await openJournal({ path });
        await journal.append(warning("first"));
        writeFileSync(join(disk, "ballast"), Buffer.alloc(40 * 1024));
        const big = warning("x".repeat(50 * 1024));
        await expect(journal.append(big)).rejects.toMatchObject({ code: "JOURNAL_DISK_FULL", kind: "usage" });
        expect(messages((await readJournal(path)).entries)).toEqual(["first"]);
        expect((await readJournal(path)).torn).toBeNull();
        writeFileSync(join(disk, "ballast"), "");
        await journal.append(big);
        await journal.close();
        expect((await readJournal(path)).entries.map(({ seq }) => seq)).toEqual([0, 1]);
      } finally {
        execFileSync("umount", [disk]);
      }
    },
  );

  it.skipIf(reason !== null)("says that a read-only disk is one", async () => {
    using folder = openScratchFolder();
    const disk = join(folder.path, "disk");
    mountSmall(disk);
    try {
      const path = join(disk, "journal.jsonl");
      await write(path, "one");
      appendFileSync(path, "torn");
      execFileSync("mount", ["-o", "remount,ro", disk]);
      await expect(openJournal({ path })).rejects.toMatchObject({ code: "JOURNAL_READ_ONLY", kind: "usage" });
      expect((await readJournal(path)).entries).toHaveLength(1);
    } finally {
      execFileSync("umount", [disk]);
    }
  });
});

describe("readJournal", () => {
  it("says that a journal is missing", async () => {
    using folder = openScratchFolder();
    await expect(readJournal(join(folder.path, "none.jsonl"))).rejects.toMatchObject({
      code: "JOURNAL_MISSING",
      kind: "usage",
    });
  });
});
