import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a corpus measured: what was counted, and how it came out. */
export type Figure = { readonly what: string; readonly result: string };

/**
 * Prints the figures of a corpus, and leaves them for `npm run test:full` in the folder `NIGHTSHIFT_FIGURES` where that
 * is set. `name` is a kebab-case name of its own.
 */
export function reportFigures(name: string, figures: readonly Figure[]): void {
  console.log([`${name}:`, ...figures.map(({ what, result }) => `  ${what}: ${result}`)].join("\n"));
  const folder = process.env.NIGHTSHIFT_FIGURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(figures));
}
