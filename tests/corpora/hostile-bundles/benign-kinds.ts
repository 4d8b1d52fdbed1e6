import { join } from "node:path";
import type { PublishSource } from "../../../src/publish/accept-bundle.ts";
import { writeBundle } from "../../../src/publish/bundle/write-bundle.ts";
import { type CraftedEntry, craftZip } from "../../helpers/craft-zip.ts";
import { pushFiles } from "../../helpers/memory-github/memory-world.ts";
import { sampleAvoided } from "../../helpers/sample-lessons.ts";
import { openScratchFolder } from "../../helpers/scratch-folder.ts";
import { openRuns } from "./families/runs.ts";
import type { Stage } from "./stage.ts";
import { tryRuns, tryToPlan } from "./try-delivery.ts";

/** A way in which a verified bundle may come, which has to be taken. */
export type BenignKind = { readonly name: string; accept(stage: Stage): Promise<string> };

const told = (name: string, tell: (stage: Stage) => PublishSource): BenignKind => ({
  name,
  accept: (stage) => tryToPlan(stage, tell(stage)),
});

const packed = (name: string, entriesOf: (stage: Stage) => readonly CraftedEntry[]) =>
  told(name, (stage) => ({ ...stage.honest, bundle: { zip: craftZip(entriesOf(stage)) } }));

const list = ({ files }: Stage, changes: Partial<CraftedEntry> = {}): readonly CraftedEntry[] =>
  [...files].map(([name, bytes]) => ({ name, bytes, ...changes }));

/** One edit that adds to all honest ones. */
const withEdit = ({ promotions }: Stage, path: string, content: string | null) =>
  promotions.map((each, at) => (at === 0 ? { ...each, edits: { ...each.edits, [path]: content } } : each));

/** Variations that are honest all the way. */
export const benignKinds: readonly BenignKind[] = [
  told("as it was written", ({ honest }) => honest),
  packed("stored", (stage) => list(stage, { method: 0 })),
  packed("packed as streams are", (stage) => list(stage, { flags: 0x808 })),
  packed("with folders as entries", (stage) => [
    ...["parts/", "patches/"].map((name) => ({ name, method: 0, attributes: 0x10 })),
    ...list(stage),
  ]),
  packed("in another order", (stage) => list(stage).toReversed()),
  {
    name: "from a folder",
    async accept(stage) {
      using folder = openScratchFolder();
      const place = join(folder.path, "bundle");
      await writeBundle(place, stage.files);
      return await tryToPlan(stage, { ...stage.honest, bundle: { folder: place } });
    },
  },
  { name: "from runs of the App", accept: (stage) => tryRuns(stage, openRuns(stage)) },
  told("with nothing promoted", (stage) => stage.tell({ promotions: [] })),
  told("with everything dropped", (stage) =>
    stage.tell({ promotions: stage.promotions.map((each) => ({ ...each, isDropped: true })) }),
  ),
  told("with one dropped", (stage) =>
    stage.tell({ promotions: stage.promotions.map((each, at) => ({ ...each, isDropped: at === 0 })) }),
  ),
  told("stacked", (stage) =>
    stage.tell({ promotions: stage.promotions.map((each) => ({ ...each, isStacked: true })) }),
  ),
  told("with what master carries", (stage) =>
    stage.tell({ carried: { [stage.paths[5] ?? ""]: "carried();\n" } }),
  ),
  told("of a campaign without isolation", (stage) => stage.tell({ content: { isolation: "none" } })),
  told("of a campaign that failed", (stage) =>
    stage.tell({ content: { stopReason: "FAILED", stopDetail: "the disk is full" } }),
  ),
  told("of a repository in another case", (stage) => {
    const repository = stage.manifest.repository.toUpperCase();
    return stage.tell({ content: { repository }, forge: (verdict) => ({ ...verdict, repository }) });
  }),
  told("with sacred moved on", (stage) => {
    const ref = `refs/heads/${stage.world.info.defaultBranch}`;
    const source = stage.honest;
    pushFiles(stage.world, { ref, files: { "README.md": `# ${stage.dice.word()}\n` } });
    return source;
  }),
  told("with a file taken away", (stage) =>
    stage.tell({ promotions: withEdit(stage, stage.paths[4] ?? "", null) }),
  ),
  told("with a name in another script", (stage) =>
    stage.tell({ promotions: withEdit(stage, `src/größe-${stage.dice.word()}.js`, "größe();\n") }),
  ),
  told("with titles that speak to GitHub", (stage) =>
    stage.tell({
      content: { goal: "Fixes #1 @everyone <img src=x> \u202e ```" },
      promotions: stage.promotions.map((each) => ({
        ...each,
        facts: { subject: `fix: @${stage.dice.word()} closes #${stage.dice.int(1, 99)} \u{1f600}` },
      })),
    }),
  ),
  told("with lessons", (stage) =>
    stage.tell({ lessons: [sampleAvoided({ campaign: stage.manifest.campaign })] }),
  ),
  told("that was waited for", (stage) => ({
    ...stage.honest,
    ...{ campaign: stage.manifest.campaign, base: stage.manifest.base },
  })),
];
