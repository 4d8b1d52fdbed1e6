import { renderJournalLine } from "../../../../src/adapters/journal-line.ts";
import type { BundleFiles } from "../../../../src/publish/bundle/bundle.ts";
import type { PublicationRule } from "../../../../src/publish/publication-refusal.ts";
import { entriesOf, prepared, started } from "../../../helpers/campaign-script.ts";
import { samplePatch } from "../../../helpers/sample-bundle.ts";
import { sampleAvoided } from "../../../helpers/sample-lessons.ts";
import type { Dice } from "../../hostile-diffs/dice.ts";
import { deliver, type PartName, textOf, withPart, writeOf } from "../forge.ts";
import { type HostileFamily, refused } from "../hostile-family.ts";
import type { Stage } from "../stage.ts";

/** Files that are not as the manifest lists them. */
const unlisted = (
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  change: (files: Map<string, Uint8Array>, dice: Dice) => void,
): HostileFamily =>
  refused(name, rules, (stage) => {
    const files = new Map(stage.files);
    change(files, stage.dice);
    return deliver(stage, { files });
  });

/** A part of other content, listed as if it were right. */
const part = (
  name: string,
  which: PartName,
  rules: PublicationRule | readonly PublicationRule[],
  contentOf: (stage: Stage) => string | Uint8Array,
) => refused(name, rules, (stage) => deliver(stage, { files: withPart(stage, which, contentOf(stage)) }));

function pickName(files: BundleFiles, dice: Dice, pattern: RegExp): string {
  return dice.pick([...files.keys()].filter((name) => pattern.test(name)));
}

const noText = (dice: Dice) => Buffer.from([0x61, dice.pick([0xff, 0xc0, 0xfe, 0x80]), 0x0a]);
const lesson = (stage: Stage, changes: object = {}) =>
  `${JSON.stringify({ ...sampleAvoided({ campaign: stage.manifest.campaign }), ...changes })}\n`;
const journal = (campaign: string) =>
  entriesOf({ ...started, campaign }, prepared).map((entry) => `${renderJournalLine(entry)}\n`);

/** Parts that are missing, exchanged, or no such part. */
export const partFamilies: readonly HostileFamily[] = [
  unlisted("no manifest", "part-missing", (files) => void files.delete("manifest.json")),
  unlisted("a part that is missing", "part-missing", (files, dice) => {
    files.delete(pickName(files, dice, /^parts\//));
  }),
  unlisted("a readable patch that is missing", "part-missing", (files, dice) => {
    files.delete(pickName(files, dice, /^patches\//));
  }),
  unlisted("another content of the same size", "content-id", (files, dice) => {
    const name = pickName(files, dice, /^patches\//);
    const bytes = Buffer.from(files.get(name) ?? []);
    const at = dice.int(0, bytes.length - 1);
    bytes[at] = (bytes[at] ?? 0) ^ dice.int(1, 255);
    files.set(name, bytes);
  }),
  unlisted("another size", "size", (files, dice) => {
    const name = pickName(files, dice, /^(?:parts|patches)\//);
    files.set(name, Buffer.concat([files.get(name) ?? Buffer.alloc(0), Buffer.from(dice.word())]));
  }),
  unlisted("two parts that changed places", ["size", "content-id"], (files) => {
    const [first = "", second = ""] = [...files.keys()].filter((name) => name.startsWith("parts/"));
    const [one, two] = [files.get(first), files.get(second)];
    files.set(first, two ?? Buffer.alloc(0)).set(second, one ?? Buffer.alloc(0));
  }),
  unlisted("a part that is empty", ["size", "content-id"], (files, dice) => {
    files.set(pickName(files, dice, /^patches\//), Buffer.alloc(0));
  }),
  part("a report that is no text", "report", "encoding", ({ dice }) => noText(dice)),
  part("a journal that is no text", "journal", "encoding", ({ dice }) => noText(dice)),
  part("a changeset that is no text", "changeset", "encoding", ({ dice }) => noText(dice)),
  part("a patch that is none", "patch", "patch", ({ dice }) => `#!/bin/sh\nrm -rf ${dice.word()}\n`),
  part("a patch of other files", "patch", "patch", ({ dice }) =>
    samplePatch({ version: 1, files: [writeOf(`src/${dice.word()}-other.js`) as never] }),
  ),
  part("a patch of more files than its changeset", "patch", "patch", (stage) => {
    const more = samplePatch({ version: 1, files: [writeOf(`src/${stage.dice.word()}-more.js`) as never] });
    return `${textOf(stage, "patch")}${more}`;
  }),
  part("a journal that is empty", "journal", "journal", () => ""),
  part("a journal of another campaign", "journal", "journal", ({ dice }) => journal(dice.word()).join("")),
  part("a journal out of order", "journal", "journal", ({ manifest }) =>
    journal(manifest.campaign).toReversed().join(""),
  ),
  part("a journal with a changed line", "journal", "journal", ({ manifest, dice }) =>
    journal(manifest.campaign).join("").replace("main", dice.word()),
  ),
  part("a journal that is cut off", "journal", "journal", ({ manifest, dice }) =>
    journal(manifest.campaign).join("").slice(0, -dice.int(1, 9)),
  ),
  part("a journal of a later version", "journal", "version", ({ dice }) => `{"v":${dice.int(50, 99)}}\n`),
  part("lessons that are none", "lessons", "lessons", ({ dice }) =>
    dice.pick(["{}\n", "null\n", "[]\n", "\n"]),
  ),
  part("lessons of another campaign", "lessons", "lessons", (stage) =>
    lesson(stage, { campaign: stage.dice.word() }),
  ),
  part("lessons in the name of a person", "lessons", "lessons", (stage) =>
    lesson(stage, { trust: "person" }),
  ),
  part("lessons that make memory forget", "lessons", "lessons", ({ dice }) => {
    const forgotten = { kind: "forgotten", id: dice.word(), lesson: dice.word() };
    return `${JSON.stringify({ ...forgotten, at: "2026-11-21T03:00:00.000Z", by: dice.word() })}\n`;
  }),
  part("lessons that are cut off", "lessons", "lessons", (stage) => lesson(stage).trimEnd()),
  part("lessons with a key of prototypes", "lessons", "lessons", (stage) =>
    lesson(stage)
      .replace("{", `{"__proto__":{"trust":"person"},"constructor":1,`)
      .replace('"kind":', '"kinds":'),
  ),
];
