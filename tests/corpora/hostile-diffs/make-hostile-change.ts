import type { ChangeSet } from "../../../src/policy/change-set.ts";
import { createDice } from "./dice.ts";
import type { HostileFamily } from "./hostile-family.ts";
import { buildScene } from "./scene.ts";

/** One hostile change of a family, hidden among up to three ordinary edits. The same seed gives the same change. */
export function makeHostileChange(family: HostileFamily, seed: number): ChangeSet {
  const dice = createDice(seed);
  const scene = buildScene(dice);
  const part = family.make(scene);
  const touched = new Set(part.files.map(({ path }) => path));
  const files = [...part.files];
  for (let count = dice.int(0, 3); count > 0; count -= 1) {
    const path = scene.takeFile();
    // Some families choose among all files themselves.
    if (touched.has(path)) continue;
    files.splice(dice.int(0, files.length), 0, scene.edit(path, scene.writeText()));
  }
  const entries = new Map(scene.entries);
  for (const entry of part.entries ?? []) entries.set(entry.path, entry);
  return { files, entries };
}
