import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { namePatch } from "./bundle/name-files.ts";
import type { BoundPromotion } from "./verdict/bind-verdict.ts";

/** A place for patches: gives the names of those written. */
export type PatchWriter = (promotions: readonly BoundPromotion[]) => Promise<readonly string[]>;

/** Writes patches of promotions into a folder, under names of our own. Throws the system's error. */
export function createPatchWriter(folder: string): PatchWriter {
  return async (promotions) => {
    const names: string[] = [];
    for (const [at, { facts, patch }] of promotions.entries()) {
      const name = namePatch(at, facts.cycle);
      const place = path.join(folder, name);
      await mkdir(path.dirname(place), { recursive: true });
      await writeFile(place, patch);
      names.push(name);
    }
    return names;
  };
}
