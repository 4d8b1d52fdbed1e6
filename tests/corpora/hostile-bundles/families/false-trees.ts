import { unzipSync } from "fflate";
import type { Manifest } from "../../../../src/domain/bundle.ts";
import type { Verdict } from "../../../../src/domain/bundle-verdict.ts";
import type { ToldPromotion } from "../../../helpers/publish-rig.ts";
import { samplePatch } from "../../../helpers/sample-bundle.ts";
import type { Dice } from "../../hostile-diffs/dice.ts";
import { deliver, withChanges, withPart, writeOf } from "../forge.ts";
import type { HostileFamily } from "../hostile-family.ts";
import { type Stage, zipOf } from "../stage.ts";

const hash = (dice: Dice) => Array.from({ length: 40 }, () => dice.pick([..."0123456789abcdef"])).join("");

/** A campaign of one promotion whose changes are others than those that its trees are of. */
const exchanged = (
  name: string,
  filesOf: (file: { readonly path: string; readonly content: string }, dice: Dice) => readonly object[],
): HostileFamily => ({
  kind: "stopped",
  name,
  make(stage) {
    const one = openAlone(stage);
    const [[path, content] = ["src/x.js", "x\n"]] = Object.entries(one.promotion.edits);
    const files = filesOf({ path, content: content ?? "" }, stage.dice);
    const patch = samplePatch({ version: 1, files: files as never });
    const changed = withChanges(one, files);
    const manifest = readJson(changed.get("manifest.json")) as Manifest;
    return deliver(one, { files: withPart({ files: changed, manifest }, "patch", patch) });
  },
});

/** The stage's first promotion, as a campaign of its own. */
function openAlone(stage: Stage) {
  const [promotion] = stage.promotions;
  if (promotion === undefined) throw new Error("a stage has at least one promotion");
  const source = stage.tell({ promotions: [promotion] });
  const files = new Map(Object.entries(unzipSync(zipOf(source.bundle))));
  const manifest = readJson(files.get("manifest.json")) as Manifest;
  return { files, manifest, verdict: readJson(source.verdict) as Verdict, promotion };
}

function readJson(bytes: Uint8Array = new Uint8Array()): unknown {
  return JSON.parse(Buffer.from(bytes).toString("utf8"));
}

const told = (
  name: string,
  tell: (stage: Stage, promotion: ToldPromotion) => Parameters<Stage["tell"]>[0],
): HostileFamily => ({
  kind: "stopped",
  name,
  make(stage) {
    const [promotion] = stage.promotions;
    if (promotion === undefined) throw new Error("a stage has at least one promotion");
    return stage.tell({ promotions: [promotion], ...tell(stage, promotion) });
  },
});

/** Bundles whose every id fits, told with trees that their changes do not give. */
export const falseTreeFamilies: readonly HostileFamily[] = [
  told("trees of nothing that there is", ({ dice }) => {
    const tree = hash(dice);
    return {
      forge: (verdict) => ({
        ...verdict,
        promotions: verdict.promotions.map((each) => ({ ...each, tree, aloneTree: tree })),
      }),
    };
  }),
  told("trees of something else that there is", ({ world }) => {
    const tree = world.objects.writeTree(new Map());
    return {
      forge: (verdict) => ({
        ...verdict,
        promotions: verdict.promotions.map((each) => ({ ...each, tree, aloneTree: tree })),
      }),
    };
  }),
  exchanged("another content than was verified", ({ path }, dice) => [
    writeOf(path, { content: `fetch("https://${dice.word()}.example");\n` }),
  ]),
  exchanged("a line more than was verified", ({ path, content }, dice) => [
    writeOf(path, { content: `${content}// ${dice.word()}\n` }),
  ]),
  exchanged("other ends of lines", ({ path, content }) => [
    writeOf(path, { content: content.replaceAll("\n", "\r\n") }),
  ]),
  exchanged("a file that becomes a program", ({ path, content }) => [
    writeOf(path, { mode: "100755", content }),
  ]),
  exchanged("a file more than was verified", ({ path, content }, dice) => [
    writeOf(path, { content }),
    writeOf(`src/z${dice.word()}.js`),
  ]),
  exchanged("the verified content under a name in another case", ({ path, content }) => [
    writeOf(
      path.replace(/[a-z](?=\w*\.js$)/, (letter) => letter.toUpperCase()),
      { content },
    ),
  ]),
  exchanged("the verified content at another place", ({ content }, dice) => [
    writeOf(`lib/${dice.word()}.js`, { content }),
  ]),
  exchanged("a deletion in place of a change", ({ path }) => [{ change: "delete", path }]),
  exchanged("the deletion of what is not there", (_file, dice) => [
    { change: "delete", path: `src/${dice.word()}-gone.js` },
  ]),
];
