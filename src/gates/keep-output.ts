import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { ProcessSpec } from "../ports.ts";

const mebibyte = 1024 * 1024;
/** Of each stream of each command. */
const MAX_FILE_BYTES = 4 * mebibyte;
/** Of all commands of a campaign. What comes later is not kept. */
const MAX_FOLDER_BYTES = 256 * mebibyte;
/** No more than this is in a result as it is; see `GateResult.outputTail`. */
const SHORT_BYTES = 4096;

/** Where the whole output of one command goes. */
export type KeptOutput = {
  readonly files: NonNullable<ProcessSpec["outputFiles"]>;
  /** Hides secrets in what is there, takes away what is short, and gives the names of the rest. */
  close(): Promise<readonly string[]>;
};

/**
 * Opens files for the output of one command, named by `label` and a number. Null when the folder is full. What was
 * printed is hostile: it is data for a person who looks, and is never read again.
 */
export function openKeptOutput(
  { folder, label }: { readonly folder: string; readonly label: string },
  { redact }: { readonly redact: (text: string) => string },
): KeptOutput | null {
  mkdirSync(folder, { recursive: true });
  const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
  if (sizes.reduce((sum, size) => sum + size, 0) > MAX_FOLDER_BYTES) return null;
  const stem = label.replace(/[^\w.@-]+/g, "-");
  let count = 1;
  while (existsSync(join(folder, `${stem}-${count}.out`))) count += 1;
  const [stdout, stderr] = ["out", "err"].map((end) => join(folder, `${stem}-${count}.${end}`)) as [
    string,
    string,
  ];
  return {
    files: { stdout, stderr, maxFileBytes: MAX_FILE_BYTES },
    async close() {
      const kept: string[] = [];
      for (const path of [stdout, stderr]) {
        if (!existsSync(path)) continue;
        if (statSync(path).size <= SHORT_BYTES) {
          rmSync(path);
          continue;
        }
        const text = readFileSync(path, "utf8");
        const shown = redact(text);
        if (shown !== text) await writeFile(path, shown);
        kept.push(basename(path));
      }
      return kept;
    },
  };
}
