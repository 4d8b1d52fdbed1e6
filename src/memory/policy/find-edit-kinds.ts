import { type Hunk, listHunks } from "../list-hunks.ts";

/** What an edit does, as far as its lines tell. */
export type EditKind =
  | "import"
  | "type"
  | "condition"
  | "constant"
  | "call"
  | "function-added"
  | "statement-added"
  | "statement-removed"
  | "comment"
  | "other";

const comment = /^\s*(\/\/|\/\*|\*|#(?!!)|"""|''')/;
const importing =
  /^\s*(import\b|from\s+\S+\s+import\b|export\s.*\bfrom\s*["']|(const|let|var)\s.*=\s*require\()/;
const typing =
  /^\s*(export\s+)?(declare\s+)?(interface|type)\s+[A-Z_$]|^\s*(export\s+)?(async\s+)?(function|def)\b.*(:\s*[A-Za-z_$]|->)/;
const branching = /\b(if|elif|while|until|unless|case|assert)\b|&&|\|\||\?\?|\?[^.:]*:|\b(and|or|not)\b/;
const defining =
  /^\s*(export\s+)?(default\s+)?(async\s+)?(function|def|class)\b|^\s*(const|let)\s+\w+\s*=.*=>/;
const token =
  /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[A-Za-z_$][\w$]*|\d[\w.]*|[<>=!&|+*/%?-]+|[^\s\w]/g;
const comparing = /^([<>]=?|[!=]==?|!|is|in|not)$/;
const literal = /^["'`\d]|^(true|false|null|undefined|None|True|False)$/;

/**
 * The kinds of edit in a unified diff, each once and sorted. It looks at the tokens by which removed and added lines
 * differ, line by line, and at the words of these lines; it parses nothing, so it is a rough sorting and no proof. Pure.
 */
export function findEditKinds(diff: string): readonly EditKind[] {
  const kinds = new Set(listHunks(diff).flatMap(listRuns).flatMap(sortRun));
  return [...kinds].toSorted();
}

type Run = { readonly removed: readonly string[]; readonly added: readonly string[] };

/** Neighbouring lines that are removed or added, without empty ones. */
function listRuns({ lines }: Hunk): readonly Run[] {
  const runs: { removed: string[]; added: string[] }[] = [];
  let isOpen = false;
  for (const line of lines) {
    const sign = line[0];
    if (sign !== "-" && sign !== "+") {
      if (sign !== "\\") isOpen = false;
      continue;
    }
    if (!isOpen) runs.push({ removed: [], added: [] });
    isOpen = true;
    const text = line.slice(1);
    if (text.trim() !== "") runs.at(-1)?.[sign === "-" ? "removed" : "added"].push(text);
  }
  return runs;
}

function sortRun({ removed, added }: Run): readonly EditKind[] {
  const pairs = Math.min(removed.length, added.length);
  const changed = added.slice(0, pairs).map((after, at) => sortChange(removed[at] ?? "", after));
  const more = added.slice(pairs).map((line) => sortLine(line, "statement-added"));
  const fewer = removed.slice(pairs).map((line) => sortLine(line, "statement-removed"));
  return [...changed, ...more, ...fewer].flatMap((kind) => (kind === null ? [] : [kind]));
}

function sortLine(line: string, otherwise: EditKind): EditKind | null {
  if (comment.test(line)) return "comment";
  if (importing.test(line)) return "import";
  if (otherwise === "statement-added" && defining.test(line)) return "function-added";
  // A bracket alone belongs to the statement around it.
  return /[\w"'`]/.test(line) ? otherwise : null;
}

function sortChange(before: string, after: string): EditKind | null {
  if (comment.test(before) && comment.test(after)) return "comment";
  if (importing.test(before) || importing.test(after)) return "import";
  const [old, now, next] = cutCommon(before.match(token) ?? [], after.match(token) ?? []);
  const differing = [...old, ...now];
  if (differing.length === 0) return null;
  if (typing.test(before) && typing.test(after) && !branching.test(after)) return "type";
  if (branching.test(before) || branching.test(after) || differing.every((part) => comparing.test(part)))
    return "condition";
  if (differing.every((part) => literal.test(part))) return "constant";
  if (/^(await|\.|\(|\))$/.test(now[0] ?? "") || next === "(" || now.includes("(")) return "call";
  return "other";
}

/** The tokens by which two lines differ, and the first one behind them. */
function cutCommon(
  before: readonly string[],
  after: readonly string[],
): readonly [readonly string[], readonly string[], string | undefined] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const stop = after.length - end;
  return [before.slice(start, before.length - end), after.slice(start, stop), after[stop]];
}
