import { diffError } from "./diff-error.ts";
import type { FileDiff } from "./file-diff.ts";
import { readDiffPath } from "./read-diff-path.ts";
import { readNames } from "./read-names.ts";
import { stripPrefixes } from "./strip-prefixes.ts";

type Section = Omit<FileDiff, "hunks" | "at">;
type Draft = { -readonly [Key in keyof Section]: Section[Key] };

/**
 * Reads what git says of a file ahead of its hunks, from the line `diff --git` at index `from` on: names, modes, renames,
 * copies, binary patches (`git help diff`, "Generating patch text with -p"). Names that disagree with one another are
 * refused. Throws the usage error `DIFF_UNREADABLE`.
 */
export function readGitSection(
  lines: readonly string[],
  from: number,
): { readonly section: Section; readonly next: number } {
  const named = readHeaderNames((lines[from] ?? "").slice("diff --git ".length));
  const draft: Draft = {
    oldPath: named?.oldPath ?? null,
    newPath: named?.newPath ?? null,
    isCopy: false,
    mode: null,
    isBinary: false,
  };
  let [isNew, isDeleted] = [false, false];
  let next = from + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? "";
    const [, key = "", value = ""] =
      /^(new file mode|deleted file mode|old mode|new mode|rename from|rename to|copy from|copy to|similarity index|dissimilarity index|index) (.*)$/.exec(
        line,
      ) ?? [];
    if (key.endsWith("mode") && !/^[0-7]{6}$/.test(value)) throw unreadable(next, `${value} is no mode`);
    if (key === "new file mode") [isNew, draft.mode] = [true, value];
    else if (key === "deleted file mode") isDeleted = true;
    else if (key === "new mode") draft.mode = value;
    else if (key === "rename from" || key === "copy from") {
      draft.oldPath = agree(draft.oldPath, readWhole(value, next), next);
      draft.isCopy = key === "copy from";
    } else if (key === "rename to" || key === "copy to") {
      draft.newPath = agree(draft.newPath, readWhole(value, next), next);
    } else if (key === "") break;
  }
  const line = lines[next] ?? "";
  if (line.startsWith("--- ") && lines[next + 1]?.startsWith("+++ ") === true) {
    const names = readNames(line, lines[next + 1] ?? "", next);
    if ((names.oldPath === null) !== isNew || (names.newPath === null) !== isDeleted) {
      throw unreadable(next, "its names and its modes disagree on whether the file is new or deleted");
    }
    draft.oldPath = names.oldPath === null ? null : agree(draft.oldPath, names.oldPath, next);
    draft.newPath = names.newPath === null ? null : agree(draft.newPath, names.newPath, next);
    next += 2;
  } else if (/^Binary files .* differ$/.test(line)) {
    draft.isBinary = true;
    next += 1;
  } else if (line === "GIT binary patch") {
    draft.isBinary = true;
    next = skipBinaryPatch(lines, next + 1);
  }
  if (isNew) draft.oldPath = null;
  if (isDeleted) draft.newPath = null;
  if (draft.oldPath === null && draft.newPath === null) throw unreadable(from, "it names no file");
  return { section: draft, next };
}

/** Names that are quoted, or, since plain ones may hold blanks, the same name twice. Null: other lines have to name it. */
function readHeaderNames(text: string): { oldPath: string | null; newPath: string | null } | null {
  if (text.startsWith('"') || text.endsWith('"')) {
    const first = text.startsWith('"') ? readDiffPath(text) : null;
    const cut = first === null ? text.indexOf(' "') : text.length - first.rest.length;
    const old = first?.path ?? text.slice(0, cut);
    const second = readDiffPath(text.slice(cut + 1));
    return cut < 0 || second === null || second.rest !== "" ? null : stripPrefixes(old, second.path);
  }
  const half = (text.length - 1) / 2;
  const [before, after] = [text.slice(0, half), text.slice(half + 1)];
  const decode = (name: string): string => Buffer.from(name, "latin1").toString("utf8");
  const names = text[half] === " " ? stripPrefixes(decode(before), decode(after)) : null;
  return names !== null && names.oldPath === names.newPath ? names : null;
}

function readWhole(value: string, at: number): string {
  const read = readDiffPath(value);
  if (read === null || read.rest !== "") throw unreadable(at, `${JSON.stringify(value)} is not quoted well`);
  return read.path;
}

/** Two lines about one side have to name the same file, or it is not known which one git would write. */
function agree(known: string | null, path: string, at: number): string {
  if (known === null || known === path) return path;
  throw unreadable(at, `it names ${JSON.stringify(path)} and ${JSON.stringify(known)} for one file`);
}

/** One or two blocks of `literal n` or `delta n`, each with an empty line after it. */
function skipBinaryPatch(lines: readonly string[], from: number): number {
  let next = from;
  while (/^(literal|delta) \d+$/.test(lines[next] ?? "")) {
    next += 1;
    while (/^[A-Za-z][0-9A-Za-z!#$%&()*+;<=>?@^_`{|}~-]+$/.test(lines[next] ?? "")) next += 1;
    if (lines[next] === "") next += 1;
  }
  if (next === from) throw unreadable(from, "a binary patch lacks its data");
  return next;
}

function unreadable(index: number, reason: string): Error {
  return diffError("DIFF_UNREADABLE", { line: index + 1, reason });
}
