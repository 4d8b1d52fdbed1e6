import { z } from "zod";
import { createGlobMatcher } from "./create-glob-matcher.ts";
import { createTool } from "./create-tool.ts";
import { optionalArgument } from "./optional-argument.ts";
import { quotePath } from "./quote-path.ts";
import { type Match, searchFiles } from "./search-files.ts";
import type { ToolOutcome } from "./tool.ts";

const MAX_MATCHES = 50;
const MAX_LINE_CHARS = 200;
const MAX_CHARS = 6_000;
const MAX_PATTERN_CHARS = 1_000;

/** Finds lines in tracked files and in those that the candidate made. */
export const search = createTool({
  name: "search",
  description: `Lines that match a regular expression; ${MAX_MATCHES} at most.`,
  schema: z.object({ pattern: z.string(), glob: optionalArgument(z.string()) }),
  run: async ({ pattern, glob }, { workspace, task }) => {
    const fault = findPatternFault(pattern);
    if (fault !== null) return refuse(fault);
    const isWanted = glob === undefined ? () => true : createGlobMatcher(glob);
    if (isWanted === null) return refuse("The glob is too long; use one such as src/**/*.js.");
    const paths = (await workspace.listFiles()).filter(isWanted);
    if (paths.length === 0)
      return refuse(
        `No file matches the glob ${quotePath(glob ?? "*")}; list_directory shows what there is.`,
      );
    const { sandbox, signal } = task;
    const found = await searchFiles({ pattern, paths, sandbox, signal, maxMatches: MAX_MATCHES });
    switch (found.status) {
      case "too-slow":
        return refuse("The search took too long; use a simpler pattern, or a glob for fewer files.");
      case "searched":
        return { status: "done", text: renderMatches(found, paths.length) };
      default:
        return found satisfies never;
    }
  },
});

function findPatternFault(pattern: string): string | null {
  if (pattern.trim() === "") return "The pattern is empty; give a word or a regular expression.";
  if (pattern.length > MAX_PATTERN_CHARS)
    return `The pattern is longer than ${MAX_PATTERN_CHARS} characters.`;
  if (/[\r\n]/.test(pattern))
    return "The pattern has a line break; search for one line, then read around it.";
  return pattern.includes("\0") || !pattern.isWellFormed()
    ? "The pattern holds characters that no text has."
    : null;
}

function renderMatches(
  found: { readonly matches: readonly Match[]; readonly isMore: boolean; readonly note: string | null },
  fileCount: number,
): string {
  const lines = found.matches.map(
    ({ path, line, text }) => `${quotePath(path)}:${line}: ${cutLine(text.trim().replaceAll("\r", " "))}`,
  );
  const shown = takeWithin(lines, MAX_CHARS);
  const isCut = found.isMore || shown.length < lines.length;
  return [
    ...(found.note === null ? [] : [found.note]),
    ...(lines.length === 0 ? [`No line matches in ${fileCount} files.`] : shown),
    ...(isCut ? ["… and more; use a narrower pattern or glob."] : []),
  ].join("\n");
}

function takeWithin(lines: readonly string[], maxChars: number): readonly string[] {
  let chars = 0;
  const end = lines.findIndex((line) => {
    chars += line.length + 1;
    return chars > maxChars;
  });
  return end === -1 ? lines : lines.slice(0, end);
}

function cutLine(text: string): string {
  return text.length > MAX_LINE_CHARS ? `${text.slice(0, MAX_LINE_CHARS)}…` : text;
}

function refuse(text: string): ToolOutcome {
  return { status: "refused", text };
}
