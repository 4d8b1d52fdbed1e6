import { describe, expect, it } from "vitest";
import { bundleLimits } from "../../../../src/domain/bundle.ts";
import { readZip } from "../../../../src/publish/bundle/zip/read-zip.ts";
import { type CraftedEnd, type CraftedEntry, craftZip } from "../../../helpers/craft-zip.ts";

const name = "manifest.json";
const bytes = Buffer.from('{"version":1}\n');
const good: CraftedEntry = { name, bytes };
const part = `parts/b${"a".repeat(58)}`;
const MiB = 1024 * 1024;

/** "read", or the rule that refused it. */
async function read(entries: readonly CraftedEntry[], end?: CraftedEnd): Promise<string> {
  return describeOutcome(craftZip(entries, end));
}

async function describeOutcome(zip: Buffer): Promise<string> {
  const outcome = await readZip(zip);
  return outcome.status === "read" ? "read" : outcome.rule;
}

const zip64 = Buffer.from("0100080000000000000000000000".slice(0, 24), "hex");
const unixTime = Buffer.from("5554050003000000000000".slice(0, 18), "hex");

describe("readZip takes", () => {
  it.each<[string, CraftedEntry[]]>([
    ["a deflated entry", [good]],
    ["a stored one", [{ ...good, method: 0 }]],
    ["an empty one", [{ name }]],
    ["sizes behind the data, as streams write them", [{ ...good, flags: 8 }]],
    ["names marked as UTF-8", [{ ...good, flags: 0x808 }]],
    ["times as extra field", [{ ...good, extra: unixTime, localExtra: unixTime }]],
    [
      "folders that an archiver lists",
      [{ name: "parts/", method: 0, attributes: 0o040755 * 0x10000 + 0x10 }, good],
    ],
    ["text that repeats itself", [{ name: part, bytes: Buffer.alloc(7 * MiB) }]],
    ["attributes of a system without modes", [{ ...good, attributes: 0 }]],
  ])("%s", async (_title, entries) => {
    expect(await read(entries)).toBe("read");
  });

  it("the bytes as they are, under their names", async () => {
    const outcome = await readZip(
      craftZip([good, { name: part, bytes: Buffer.from("x".repeat(9999)), flags: 8 }]),
    );
    expect(outcome).toMatchObject({ status: "read" });
    if (outcome.status !== "read") return;
    expect([...outcome.files].map(([key, value]) => [key, value.length])).toEqual([
      [name, 14],
      [part, 9999],
    ]);
    expect(Buffer.from(outcome.files.get(name) ?? [])).toEqual(bytes);
  });
});

describe("readZip refuses", () => {
  it.each<[string, string, readonly CraftedEntry[], CraftedEnd?]>([
    ["a name twice", "entry-name", [good, good]],
    ["a name that climbs out", "entry-name", [{ ...good, name: "../manifest.json" }]],
    ["an absolute name", "entry-name", [{ ...good, name: "/manifest.json" }]],
    ["a name with a backslash", "entry-name", [{ ...good, name: "parts\\x" }]],
    ["a name in another case", "entry-name", [{ ...good, name: "MANIFEST.json" }]],
    ["a name with a NUL", "entry-name", [{ ...good, name: "manifest.json\0" }]],
    ["a name in other letters", "entry-name", [{ ...good, name: "manifest.jsоn" }]],
    ["a zip within", "entry-name", [good, { name: "parts/inner.zip", bytes: craftZip([good]) }]],
    ["a file in .git", "entry-name", [{ ...good, name: ".git/config" }]],
    ["no name", "entry-name", [{ ...good, name: "" }]],
    ["a symbolic link", "entry-kind", [{ ...good, attributes: 0o120777 * 0x10000 }]],
    ["a pipe", "entry-kind", [{ ...good, attributes: 0o010644 * 0x10000 }]],
    ["a folder under a file's name", "entry-kind", [{ ...good, attributes: 0o040755 * 0x10000 }]],
    ["a folder by the DOS bit", "entry-kind", [{ ...good, attributes: 0x10 }]],
    ["a folder with content", "entry-kind", [{ name: "parts/", bytes, attributes: 0x10 }]],
    ["encryption", "archive", [{ ...good, flags: 1 }]],
    ["strong encryption", "archive", [{ ...good, flags: 0x40 }]],
    ["a masked directory", "archive", [{ ...good, flags: 0x2000 }]],
    ["another method", "archive", [{ ...good, method: 12 }]],
    ["zip64 fields", "archive", [{ ...good, extra: zip64 }]],
    ["zip64 fields in the local header alone", "archive", [{ ...good, localExtra: zip64 }]],
    ["another name in Unicode", "archive", [{ ...good, extra: Buffer.from("7570010000", "hex") }]],
    ["extra fields that do not fit", "archive", [{ ...good, extra: Buffer.from("55540900aa", "hex") }]],
    ["sizes that only zip64 could tell", "archive", [{ ...good, sizeBytes: 0xffffffff }]],
    ["an entry on another disk", "archive", [{ ...good, disk: 1 }]],
    ["an entry's comment", "archive", [{ ...good, comment: "x" }]],
    ["another name in the local header", "archive", [{ ...good, localName: "manifest.jsox" }]],
    ["another size in the local header", "archive", [{ ...good, localSizeBytes: 3 }]],
    ["a size that is too small", "archive", [{ ...good, sizeBytes: 3 }]],
    ["a size that is too large", "archive", [{ ...good, sizeBytes: 300 }]],
    ["a packed size that reaches beyond", "archive", [{ ...good, packedBytes: 3000 }]],
    ["a wrong checksum", "archive", [{ ...good, crc: 1 }]],
    [
      "bytes behind the deflated ones",
      "archive",
      [{ ...good, packed: Buffer.concat([craftedDeflate(), Buffer.from("more")]) }],
    ],
    ["what is not deflated", "archive", [{ ...good, packed: Buffer.from([0xff, 0xff]) }]],
    ["bytes ahead of the first entry", "archive", [{ ...good, before: Buffer.from("MZ") }]],
    ["bytes between entries", "archive", [good, { name: part, before: Buffer.from("x") }]],
    [
      "entries that share their data",
      "archive",
      [good, { name: part, bytes, offset: 0, isListedOnly: true }],
    ],
    ["an offset that is a lie", "archive", [{ ...good, offset: 5 }]],
    ["data that another mark follows", "archive", [{ ...good, flags: 8, descriptor: "PK\x01\x02" }]],
    ["an entry that is not counted", "archive", [good, { name: part, isListedOnly: true }], { count: 1 }],
    ["bytes ahead of the directory", "archive", [good], { beforeDirectory: Buffer.from("x") }],
    ["a count that is too small", "archive", [good, { name: part, bytes }], { count: 1 }],
    ["a count that is too large", "archive", [good], { count: 2 }],
    ["more entries than a bundle has", "entry-count", [good], { count: 5000 }],
    ["a comment", "archive", [good], { comment: "x" }],
    ["several disks", "archive", [good], { disk: 1 }],
    ["a directory elsewhere", "archive", [good], { startShift: 1 }],
    ["bytes behind the directory", "archive", [good], { gap: Buffer.from("x") }],
    [
      "a manifest that is too large",
      "size",
      [{ name, bytes: noise(bundleLimits.manifestBytes + 1), method: 0 }],
    ],
    ["a claim beyond the ratio", "ratio", [{ name: part, bytes: Buffer.alloc(9 * MiB) }]],
  ])("%s", async (_title, rule, entries, end) => {
    expect(await read(entries, end)).toBe(rule);
  });

  it("a bomb whose size is a lie, without unpacking more than it claims", async () => {
    const bomb = craftZip([{ name: part, bytes: Buffer.alloc(32 * MiB), sizeBytes: 1000 }]);
    const before = process.memoryUsage().arrayBuffers;
    expect(await describeOutcome(bomb)).toBe("archive");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * MiB);
  });

  it("many entries that are too large together", async () => {
    const names = Array.from({ length: 9 }, (_, at) => `parts/b${"abcdefghi"[at]?.repeat(58)}`);
    const entries = names.map((each) => ({
      name: each,
      bytes: Buffer.alloc(0),
      sizeBytes: 15 * MiB,
      packedBytes: MiB,
    }));
    expect(await read([{ name, bytes: noise(MiB) }, ...entries])).toBe("size");
  });

  it("no zip, a cut one, and one with something behind it", async () => {
    const zip = craftZip([good]);
    expect(await describeOutcome(Buffer.from(""))).toBe("archive");
    expect(await describeOutcome(Buffer.from("not a zip, but long enough to be one"))).toBe("archive");
    for (const length of [1, 21, 22, zip.length - 30, zip.length - 1])
      expect(await describeOutcome(zip.subarray(0, length))).toBe("archive");
    expect(await describeOutcome(Buffer.concat([zip, Buffer.from("x")]))).toBe("archive");
    expect(await describeOutcome(Buffer.concat([Buffer.from("x"), zip]))).toBe("archive");
    expect(await describeOutcome(Buffer.concat([zip, zip]))).toBe("archive");
  });
});

function craftedDeflate(): Buffer {
  const zip = craftZip([good]);
  return zip.subarray(30 + name.length, 30 + name.length + zip.readUInt32LE(18));
}

/** Bytes that do not pack, the same each time. */
function noise(length: number): Buffer {
  const values = Buffer.alloc(length);
  let state = 1;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    values[at] = state >>> 24;
  }
  return values;
}
