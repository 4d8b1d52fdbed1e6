import { diffError } from "./diff-error.ts";
import type { FileDiff, Hunk } from "./file-diff.ts";
import { isHunkHeader, parseHunk } from "./parse-hunk.ts";
import { readGitSection } from "./read-git-section.ts";
import { readNames } from "./read-names.ts";

/**
 * Reads a unified diff as git or `diff -u` writes it: latin1 text in, so that every byte is kept. Strict, since what is
 * overlooked would not be judged: text may stand before the first file only, and a combined diff, or names without
 * git's prefixes, are refused. An empty diff is no files.
 *
 * Throws the usage error `DIFF_UNREADABLE` with the line. Pure.
 */
export function parseDiff(text: string): readonly FileDiff[] {
  const lines = splitLines(text);
  if (lines.every((line) => line.trim() === "")) return [];
  const files: FileDiff[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    if (/^diff --(cc|combined) |^@@@/.test(line)) throw unreadable(at, "it is a combined diff, of a merge");
    if (line.startsWith("diff --git ")) {
      const { section, next } = readGitSection(lines, at);
      const end = readHunks(lines, next);
      files.push({ ...section, hunks: end.hunks, at: at + 1 });
      at = end.next;
    } else if (isPlainHeader(lines, at)) {
      const names = readNames(lines[at] ?? "", lines[at + 1] ?? "", at);
      const end = readHunks(lines, at + 2);
      files.push({ ...names, isCopy: false, mode: null, isBinary: false, hunks: end.hunks, at: at + 1 });
      at = end.next;
    } else if (files.length === 0 || isNoise(lines, at)) at += 1;
    else throw unreadable(at, `${JSON.stringify(line.slice(0, 60))} is no part of a unified diff`);
  }
  if (files.length === 0) throw unreadable(0, "it is no unified diff");
  return files;
}

/** A diff whose own lines end in CR LF went through something that wrote it so; the files' ends are gone with it. */
function splitLines(text: string): readonly string[] {
  const isRewritten = /^(?:diff --git|---) .*\r$/m.test(text);
  const lines = (isRewritten ? text.replaceAll("\r\n", "\n") : text).split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function isPlainHeader(lines: readonly string[], at: number): boolean {
  return (
    lines[at]?.startsWith("--- ") === true &&
    lines[at + 1]?.startsWith("+++ ") === true &&
    isHunkHeader(lines[at + 2])
  );
}

/** What may follow a file: empty lines, lines of `diff -r`, and the signature of `git format-patch`. */
function isNoise(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  const isVersion = lines[at - 1] === "-- " && /^\d+\.\d[\w.() -]*$/.test(line);
  return line === "" || line === "-- " || isVersion || /^diff -[a-zA-Z]+ \S+ \S+$/.test(line);
}

function readHunks(lines: readonly string[], from: number): { hunks: readonly Hunk[]; next: number } {
  const hunks: Hunk[] = [];
  let next = from;
  while (isHunkHeader(lines[next])) {
    const read = parseHunk(lines, next);
    hunks.push(read.hunk);
    next = read.next;
  }
  return { hunks, next };
}

function unreadable(index: number, reason: string): Error {
  return diffError("DIFF_UNREADABLE", { line: index + 1, reason });
}
