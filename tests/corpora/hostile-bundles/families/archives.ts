import { bundleLimits } from "../../../../src/domain/bundle.ts";
import type { PublicationRule } from "../../../../src/publish/publication-refusal.ts";
import { type CraftedEnd, type CraftedEntry, craftZip } from "../../../helpers/craft-zip.ts";
import type { Dice } from "../../hostile-diffs/dice.ts";
import { deliver } from "../forge.ts";
import { type HostileFamily, refused } from "../hostile-family.ts";
import type { Stage } from "../stage.ts";

type Tampered = { readonly entries: readonly CraftedEntry[]; readonly end?: CraftedEnd };

function list({ files }: Pick<Stage, "files">): readonly CraftedEntry[] {
  return [...files].map(([name, bytes]) => ({ name, bytes }));
}

function archive(
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  tamper: (entries: readonly CraftedEntry[], dice: Dice) => Tampered,
): HostileFamily {
  return refused(name, rules, (stage) => {
    const { entries, end } = tamper(list(stage), stage.dice);
    return deliver(stage, { files: stage.files, zip: craftZip(entries, end) });
  });
}

/** One entry with other facts, wherever it is. */
const entry = (
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  change: (entry: CraftedEntry, dice: Dice) => Partial<CraftedEntry>,
) =>
  archive(name, rules, (entries, dice) => {
    // An empty part has nothing to lie about.
    const full = [...entries.keys()].filter((at) => (entries[at]?.bytes?.length ?? 0) > 0);
    const chosen = dice.pick(full);
    return {
      entries: entries.map((each, at) => (at === chosen ? { ...each, ...change(each, dice) } : each)),
    };
  });

/** One entry more, anywhere. */
const more = (
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  add: (dice: Dice, entries: readonly CraftedEntry[]) => CraftedEntry,
) =>
  archive(name, rules, (entries, dice) => ({
    entries: entries.toSpliced(dice.int(0, entries.length), 0, add(dice, entries)),
  }));

const whole = (name: string, change: (zip: Buffer, dice: Dice) => Buffer) =>
  refused(name, "archive", (stage) =>
    deliver(stage, { files: stage.files, zip: change(craftZip(list(stage)), stage.dice) }),
  );

const partName = (dice: Dice) => `parts/b${dice.pick([..."abcdefg"]).repeat(58)}`;
const zip64 = Buffer.from("0100080000000000000000000000".slice(0, 24), "hex");
const named = (name: string) => Buffer.concat([Buffer.from("757009000100000000", "hex"), Buffer.from(name)]);

/** Zips that say one thing to one reader and another to the next, or take more than they seem to. */
export const archiveFamilies: readonly HostileFamily[] = [
  archive("a name twice", "entry-name", (entries, dice) => ({ entries: [...entries, dice.pick(entries)] })),
  more("a name that climbs out", "entry-name", (dice) => ({
    name: `${"../".repeat(dice.int(1, 5))}${dice.word()}`,
  })),
  more("an absolute name", "entry-name", (dice) => ({
    name: `/${dice.pick(["etc", "tmp"])}/${dice.word()}`,
  })),
  more("a name with backslashes", "entry-name", (dice) => ({ name: `parts\\..\\${dice.word()}` })),
  more("a name of a Windows disk", "entry-name", (dice) => ({ name: `C:/${dice.word()}` })),
  more("a manifest in another case", "entry-name", (dice) => ({
    name: dice.pick(["Manifest.json", "MANIFEST.JSON", "manifest.JSON"]),
    bytes: Buffer.from("{}\n"),
  })),
  more("a name with a NUL", "entry-name", (dice) => ({ name: `manifest.json\0${dice.word()}` })),
  more("a name that looks like another", "entry-name", () => ({ name: "manifest.js\u043en" })),
  more("a file of git's", "entry-name", (dice) => ({
    name: dice.pick([".git/config", ".GIT/hooks/update"]),
  })),
  more("a zip within", "entry-name", (dice, entries) => ({
    name: `parts/${dice.word()}.zip`,
    bytes: craftZip(entries),
  })),
  more("a part that nobody lists", "entry-name", (dice) => ({
    name: partName(dice),
    bytes: Buffer.from(dice.word()),
  })),
  more("a patch that nobody lists", "entry-name", (dice) => ({
    name: `patches/${dice.int(1000, 9999)}-cycle-1.patch`,
  })),
  entry("a link for a file", "entry-kind", (_entry, dice) => ({
    attributes: 0o120000 * 0x10000 + dice.int(0, 0o777) * 0x10000,
  })),
  entry("a pipe or a device for a file", "entry-kind", (_entry, dice) => ({
    attributes: dice.pick([0o010644, 0o020644, 0o060644, 0o140644]) * 0x10000,
  })),
  more("a folder with content", "entry-kind", (dice) => ({
    ...{ name: "parts/", bytes: Buffer.from(dice.word()), attributes: 0x10 },
  })),
  entry("encryption", "archive", (_entry, dice) => ({ flags: dice.pick([1, 0x41, 0x2001]) })),
  entry("another way of packing", "archive", (_entry, dice) => ({
    method: dice.pick([1, 6, 9, 12, 14, 93, 99]),
  })),
  entry("zip64 fields", "archive", (_entry, dice) =>
    dice.isHeads() ? { extra: zip64 } : { localExtra: zip64 },
  ),
  entry("another name in Unicode's field", "archive", (_entry, dice) => ({ extra: named(dice.word()) })),
  entry("another name in the local header", "archive", ({ name }, dice) => ({
    localName: `${name.slice(0, -1)}${dice.pick(["_", "~"])}`,
  })),
  entry("another size in the local header", "archive", (_entry, dice) => ({
    localSizeBytes: dice.int(1, 9),
  })),
  entry("a size that is too small", "archive", () => ({ sizeBytes: 0 })),
  entry("a size that is too large", "archive", ({ bytes }, dice) => ({
    sizeBytes: (bytes?.length ?? 0) + dice.int(1, 99),
  })),
  entry("a wrong checksum", "archive", (_entry, dice) => ({ crc: dice.int(1, 0xffff) })),
  entry("an offset that is a lie", "archive", (_entry, dice) => ({ offset: dice.int(1, 29) })),
  entry("an entry on another disk", "archive", (_entry, dice) => ({ disk: dice.int(1, 9) })),
  entry("bytes ahead of an entry", "archive", (_entry, dice) => ({ before: Buffer.from(dice.word()) })),
  entry("a comment of an entry", "archive", (_entry, dice) => ({ comment: dice.word() })),
  entry("a packed size that reaches beyond", "archive", (_entry, dice) => ({
    packedBytes: dice.int(1e6, 1e8),
  })),
  more("two entries of the same data", "archive", (dice) => ({
    ...{ name: partName(dice), offset: 0, isListedOnly: true, sizeBytes: 9, packedBytes: 9 },
  })),
  more("a bomb by its ratio", ["ratio", "size"], (dice) => ({
    name: partName(dice),
    bytes: Buffer.alloc(dice.int(9, 15) * 1_048_576),
  })),
  more("a bomb whose size is a lie", "archive", (dice) => ({
    ...{ name: partName(dice), bytes: Buffer.alloc(dice.int(2, 8) * 1_048_576), sizeBytes: dice.int(1, 999) },
  })),
  more("a part that is too large", ["size", "ratio"], (dice) => ({
    ...{ name: partName(dice), sizeBytes: bundleLimits.partBytes + dice.int(1, 99), packedBytes: 1_048_576 },
  })),
  archive("many files that are too large together", ["size", "ratio"], (entries, dice) => ({
    entries: [
      ...entries,
      ...[..."abcdefghi"].map((letter) => ({
        ...{ name: `parts/b${letter.repeat(58)}`, sizeBytes: 15 * 1_048_576 - dice.int(0, 99) },
        packedBytes: 1_048_576,
      })),
    ],
  })),
  archive("more entries than any bundle has", "entry-count", (entries, dice) => ({
    entries,
    end: { count: dice.int(2_000, 60_000) },
  })),
  archive("fewer entries than there are", "archive", (entries) => ({
    entries,
    end: { count: entries.length - 1 },
  })),
  archive("a comment of the archive", "archive", (entries, dice) => ({
    entries,
    end: { comment: dice.word() },
  })),
  archive("several disks", "archive", (entries, dice) => ({ entries, end: { disk: dice.int(1, 99) } })),
  archive("a directory elsewhere", "archive", (entries, dice) => ({
    entries,
    end: { startShift: dice.pick([-1, 1, 46]) },
  })),
  archive("bytes around the directory", "archive", (entries, dice) => ({
    entries,
    end: dice.isHeads() ? { gap: Buffer.from(dice.word()) } : { beforeDirectory: Buffer.from(dice.word()) },
  })),
  whole("bytes behind a zip", (zip, dice) => Buffer.concat([zip, Buffer.from(dice.word())])),
  whole("a program ahead of a zip", (zip, dice) => Buffer.concat([Buffer.from(`MZ${dice.word()}`), zip])),
  whole("two zips in one", (zip) => Buffer.concat([zip, zip])),
  whole("a zip that is cut off", (zip, dice) => zip.subarray(0, dice.int(0, zip.length - 1))),
  whole("no zip", (_zip, dice) => Buffer.from(dice.word().repeat(dice.int(1, 50)))),
];
