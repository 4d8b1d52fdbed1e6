import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { NightshiftError } from "../domain/errors.ts";

/**
 * Nightshift's own folder of run-time files for commands in a sandbox, absolute: `support/` beside the nearest
 * package.json above `from`, so that it is the same from the sources and from what is built. Throws `SUPPORT_MISSING`.
 */
export function findSupportFolder(from: string = import.meta.dirname): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    const support = join(folder, "support");
    if (existsSync(join(folder, "package.json")) && existsSync(support)) return support;
  }
  throw new NightshiftError({
    code: "SUPPORT_MISSING",
    message: `No folder support/ beside a package.json is found above ${from}.`,
    hint: "Install Nightshift again: its package is not complete.",
  });
}
