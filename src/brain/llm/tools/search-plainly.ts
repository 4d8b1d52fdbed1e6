import type { FileSearch, Match } from "./search-files.ts";

const MAX_FILE_BYTES = 1024 * 1024;
const MAX_FILES = 5_000;

/** Lines that hold a text as it is, in as many files as time allows; for sandboxes with no program that searches. */
export async function searchPlainly({
  pattern,
  paths,
  sandbox,
  signal,
  maxMatches,
}: FileSearch): Promise<{ readonly matches: readonly Match[]; readonly isMore: boolean }> {
  const matches: Match[] = [];
  for (const path of paths.slice(0, MAX_FILES)) {
    signal.throwIfAborted();
    const content = await sandbox.read(path);
    if (content === null || content.length > MAX_FILE_BYTES || content.includes(0)) continue;
    if (!content.includes(pattern)) continue;
    const lines = content.toString("utf8").split(/\r?\n/);
    for (const [index, text] of lines.entries())
      if (text.includes(pattern)) matches.push({ path, line: index + 1, text });
    if (matches.length > maxMatches) break;
  }
  const isMore = matches.length > maxMatches || paths.length > MAX_FILES;
  return { matches: matches.slice(0, maxMatches), isMore };
}
