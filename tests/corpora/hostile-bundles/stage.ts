import { unzipSync } from "fflate";
import type { Manifest } from "../../../src/domain/bundle.ts";
import type { Verdict } from "../../../src/domain/bundle-verdict.ts";
import type { PublishSource } from "../../../src/publish/accept-bundle.ts";
import type { BundleFiles } from "../../../src/publish/bundle/bundle.ts";
import type { BundleSource } from "../../../src/publish/bundle/read-bundle.ts";
import { createMemoryWorld, type MemoryWorld } from "../../helpers/memory-github/memory-world.ts";
import { type ToldCampaign, type ToldPromotion, tellCampaign } from "../../helpers/publish-rig.ts";
import { createDice, type Dice } from "../hostile-diffs/dice.ts";

/** A repository, and an honest campaign on it with its verdict, before somebody tampers with them. */
export type Stage = {
  readonly dice: Dice;
  readonly world: MemoryWorld;
  /** Sources in the repository, and the promotions that each change one of them. */
  readonly paths: readonly string[];
  readonly promotions: readonly ToldPromotion[];
  readonly honest: PublishSource;
  readonly files: BundleFiles;
  readonly manifest: Manifest;
  readonly verdict: Verdict;
  /** Bundle and verdict of another campaign on the same repository. */
  tell(changes: Partial<ToldCampaign>): PublishSource;
};

/** A stage with random names and contents: the same for the same seed. */
export function openStage(seed: number): Stage {
  const dice = createDice(seed);
  const text = () => `export const ${dice.word()} = ${dice.int(2, 99_999)};\n`;
  const paths = Array.from({ length: 6 }, (_, at) => `src/${dice.word()}${at}.js`).sort();
  const world = createMemoryWorld({
    owner: dice.word(),
    name: dice.word(),
    defaultBranch: dice.pick(["main", "trunk", "develop"]),
    files: {
      "README.md": "# A project\n",
      ...(dice.isHeads() ? { ".github/nightshift.yml": "pullRequests: { maxOpen: 9 }\n" } : {}),
      ...Object.fromEntries(paths.map((path) => [path, text()])),
    },
  });
  const count = dice.int(1, 3);
  const promotions = paths
    .slice(0, count)
    .map((path, at) => ({ cycle: at * 4 + dice.int(1, 4), edits: { [path]: text() } }));
  const campaign = `night-${dice.int(1, 9_999)}`;
  const tell = (changes: Partial<ToldCampaign>) => tellCampaign(world, { campaign, promotions, ...changes });
  const honest = tell({});
  const files: BundleFiles = new Map(Object.entries(unzipSync(zipOf(honest.bundle))));
  const manifest = JSON.parse(textOf(files.get("manifest.json"))) as Manifest;
  const verdict = JSON.parse(textOf(honest.verdict)) as Verdict;
  return { dice, world, paths, promotions, honest, files, manifest, verdict, tell };
}

/** The zip of a bundle that was told. */
export function zipOf(bundle: BundleSource): Buffer {
  if (!("zip" in bundle)) throw new Error("it lies in a folder");
  return Buffer.from(bundle.zip);
}

function textOf(bytes: Uint8Array = new Uint8Array()): string {
  return Buffer.from(bytes).toString("utf8");
}
