import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

/** Where a grammar's file is, absolute: in `grammars/` of what is built for Actions, else in its package. */
export function findGrammar(file: string): string {
  const built = path.join(import.meta.dirname, "..", "grammars", path.basename(file));
  return existsSync(built) ? built : createRequire(import.meta.url).resolve(file);
}
