import type { Manifest } from "../../../../src/domain/bundle.ts";
import type { PublicationRule } from "../../../../src/publish/publication-refusal.ts";
import type { Dice } from "../../hostile-diffs/dice.ts";
import { deliver, renderJson, withManifest } from "../forge.ts";
import { type HostileFamily, refused } from "../hostile-family.ts";

type Mutable = { -readonly [K in keyof Manifest]: Manifest[K] };

const manifest = (
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  change: (manifest: Mutable, dice: Dice) => unknown,
): HostileFamily =>
  refused(name, rules, (stage) =>
    deliver(stage, { files: withManifest(stage, (each) => change(each, stage.dice)) }),
  );

/** The same manifest in other bytes. */
const spelled = (
  name: string,
  rules: PublicationRule,
  render: (text: string, dice: Dice) => string | Uint8Array,
): HostileFamily =>
  refused(name, rules, (stage) =>
    deliver(stage, {
      files: withManifest(
        stage,
        (each) => each,
        (value) => render(renderJson(value), stage.dice),
      ),
    }),
  );

const promotion = (
  name: string,
  rules: PublicationRule | readonly PublicationRule[],
  changes: (dice: Dice, promotion: Manifest["promotions"][number]) => object,
) =>
  manifest(name, rules, (each, dice) => {
    const chosen = dice.int(0, each.promotions.length - 1);
    return {
      ...each,
      promotions: each.promotions.map((one, at) => (at === chosen ? { ...one, ...changes(dice, one) } : one)),
    };
  });

const hash = (dice: Dice) => Array.from({ length: 40 }, () => dice.pick([..."0123456789abcdef"])).join("");
const keys = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"];

/** Manifests that are none, contradict themselves, or say something else to another reader. */
export const manifestFamilies: readonly HostileFamily[] = [
  manifest("another version", "version", (each, dice) => ({
    ...each,
    version: dice.pick([0, 2, -1, 1.5, "1", null, [1], { valueOf: 1 }]),
  })),
  manifest("something else than an object", "version", (_each, dice) =>
    dice.pick([null, [], "x", 1, true, {}]),
  ),
  spelled("no JSON", "manifest", (text, dice) => text.slice(0, dice.int(0, text.length - 3))),
  spelled("a nest of brackets", "version", (_text, dice) => {
    const depth = dice.int(10_000, 90_000);
    return `${"[".repeat(depth)}${"]".repeat(depth)}\n`;
  }),
  spelled("bytes that are no UTF-8", "manifest", (text, dice) =>
    Buffer.concat([Buffer.from(text.slice(0, -3)), Buffer.from([dice.pick([0xff, 0xc0, 0xed, 0x80]), 0x22])]),
  ),
  spelled("a mark of byte order", "manifest", (text) => `\ufeff${text}`),
  spelled("blanks", "manifest", (text, dice) =>
    text.replace(/[:,]/, `$&${dice.pick([" ", "\n", "\t", "\r\n"])}`),
  ),
  spelled("no newline at its end", "manifest", (text) => text.trimEnd()),
  spelled("something behind it", "manifest", (text, dice) => `${text}${dice.pick(["\n", " ", "{}\n"])}`),
  spelled("a key twice", "manifest", (text, dice) =>
    dice.isHeads()
      ? text.replace("{", `{"version":${dice.pick([1, 2])},`)
      : text.replace('"cycle":', `"isUnsafe":false,$&`),
  ),
  spelled("a number in another form", "manifest", (text) => text.replace('"version":1', '"version":1.0')),
  spelled("a character escaped", "manifest", (text) => text.replace('"campaign":"n', '"campaign":"\\u006e')),
  spelled("a number beyond all bounds", "manifest", (text, dice) =>
    text.replace(/"tokens":\d+/, `"tokens":${dice.pick(["1e999", "9007199254740993", "1e30", "-1"])}`),
  ),
  spelled("a key of prototypes", "manifest", (text, dice) =>
    text.replace("{", `{${JSON.stringify(dice.pick(keys))}:{"isUnsafe":false},`),
  ),
  spelled("a key of prototypes in a promotion", "manifest", (text, dice) =>
    text.replace('{"cycle"', `{${JSON.stringify(dice.pick(keys))}:{"isUnsafe":false},"cycle"`),
  ),
  manifest("a key that nobody knows", "manifest", (each, dice) => ({ ...each, [`x${dice.word()}`]: true })),
  manifest("half a character", "manifest", (each, dice) => ({
    ...each,
    goal: `${dice.word()}${dice.pick(["\ud800", "\udfff", "\udc00\ud800"])}`,
  })),
  promotion("half a character in a title", "manifest", (dice, { item }) => ({
    item: { ...item, title: `${dice.word()}\ud83d` },
  })),
  manifest("a campaign that is a path", "manifest", (each, dice) => ({
    ...each,
    campaign: dice.pick(["../main", "a/b", "", "A", "night 1", "x\n", "-".repeat(81), "refs/heads/main"]),
  })),
  manifest("a base that is no hash", "manifest", (each, dice) => ({
    ...each,
    base: dice.pick(["HEAD", "main", "", "A".repeat(40), "a".repeat(39), `${"a".repeat(40)}\n`]),
  })),
  manifest("hashes of two kinds", "tree-chain", (each) => ({ ...each, base: "b".repeat(64) })),
  manifest("more promotions than the limit", "manifest", (each, dice) => ({
    ...each,
    promotions: Array(dice.int(201, 400)).fill(each.promotions[0]),
  })),
  manifest("a text that is too long", "manifest", (each, dice) => ({
    ...each,
    goal: "x".repeat(dice.int(2001, 9999)),
  })),
  promotion("a confidence beyond one", "manifest", (dice) => ({
    confidence: { value: dice.pick([1.01, -1, "1"]), reason: dice.word() },
  })),
  manifest("a suggestion of a cycle that promoted", "manifest", (each) => {
    const [first] = each.promotions;
    const told = { cycle: first?.cycle, title: "", subject: "", origin: "", files: [], patch: first?.patch };
    return { ...each, suggestions: [{ ...told, confidence: { value: 0.1, reason: "" } }] };
  }),
  promotion("more files of an item than the limit", "manifest", (dice, { item }) => ({
    item: { ...item, files: Array(dice.int(101, 300)).fill("a.js") },
  })),
  promotion("a promotion on another tree", "tree-chain", (dice) => ({ parentTree: hash(dice) })),
  promotion("a promotion of nothing", "tree-chain", (_dice, { parentTree }) => ({ tree: parentTree })),
  promotion("a cycle before the first", "manifest", (dice) => ({ cycle: -dice.int(1, 99) })),
  manifest("a cycle twice", "tree-chain", (each, dice) => {
    const [first] = each.promotions;
    const tree = hash(dice);
    return { ...each, promotions: [first, { ...first, parentTree: first?.tree, tree }] };
  }),
  manifest("another master without a changeset", "tree-chain", (each, dice) => ({
    ...each,
    master: { ...each.master, tree: hash(dice) },
  })),
  promotion("a content id in another form", "manifest", (dice, { patch, changeset }) => ({
    changeset: {
      ...changeset,
      cid: dice.pick([
        changeset.cid.toUpperCase(),
        `Qm${"a".repeat(44)}`,
        "",
        patch.cid.slice(0, -1),
        "../../x",
      ]),
    },
  })),
  promotion(
    "a content id of nothing that is there",
    ["part-missing", "entry-name"],
    (dice, { changeset }) => ({
      changeset: { ...changeset, cid: `b${dice.pick([..."abcd"]).repeat(58)}` },
    }),
  ),
  promotion("a size that is a lie", "size", (dice, { changeset }) => ({
    changeset: { ...changeset, sizeBytes: changeset.sizeBytes + dice.pick([-1, 1, 999]) },
  })),
  promotion("a patch in place of a changeset", ["changeset", "entry-name"], (_dice, { patch }) => ({
    changeset: patch,
  })),
];
