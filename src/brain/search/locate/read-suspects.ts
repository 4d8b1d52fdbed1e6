import type { Sandbox } from "../../../sandbox/sandbox.ts";
import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { Source } from "../../../syntax/source.ts";
import { type FileSuspicion, findPeak, type Suspicion } from "./suspicion.ts";

/** Files that are parsed, the most suspected ones. */
const MAX_FILES = 40;

/** A file that may hold the bug. */
export type Suspect = { readonly source: Source; readonly suspicion: FileSuspicion };

/** The files that may hold the bug, the most suspected first, and why others cannot be searched. */
export type Suspects = { readonly files: readonly Suspect[]; readonly skipped: readonly string[] };

/** Reads and parses what is suspected. */
export async function readSuspects(
  suspicion: Suspicion,
  { parser, sandbox }: { readonly parser: SourceParser; readonly sandbox: Pick<Sandbox, "read"> },
): Promise<Suspects> {
  const ranked = [...suspicion]
    .toSorted(([a, x], [b, y]) => findPeak(y) - findPeak(x) || (a < b ? -1 : 1))
    .slice(0, MAX_FILES);
  const files: Suspect[] = [];
  const skipped: string[] = [];
  for (const [path, own] of ranked) {
    const content = await sandbox.read(path);
    const text = content?.toString("utf8") ?? "";
    if (content === null || !Buffer.from(text).equals(content)) {
      skipped.push(`${path}: not readable as UTF-8`);
      continue;
    }
    const parsed = await parser.parse(path, text);
    if (parsed.status === "skipped") skipped.push(parsed.reason);
    else files.push({ source: parsed.source, suspicion: own });
  }
  return { files, skipped };
}
