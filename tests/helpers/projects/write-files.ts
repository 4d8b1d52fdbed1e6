import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Writes files, by their paths relative to `folder`, folders included. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
