import type { ChangedFile } from "../change-set.ts";
import { diffFileLines } from "../diff-lines.ts";
import type { PolicyFinding, PolicyRule } from "../policy-rule.ts";
import { isTestFile } from "../protected/is-test-file.ts";
import { findSmells } from "./find-smells.ts";
import type { Smell, SmellDetector } from "./smell.ts";

/** What a rule on smells is made of. */
export type SmellRuleParts = Pick<PolicyRule, "id" | "title" | "explanation"> &
  SmellDetector & {
    /** What the same code means in a test: tests may do some things that sources may not. */
    readonly inTests: "denial" | "note" | "ignored";
    /** One more where the file already had some is a note. */
    readonly isOnlyFirstDenied?: boolean;
  };

type Side = { readonly smells: readonly Smell[]; readonly isParsed: boolean };
type Judged = { readonly file: ChangedFile; readonly before: Side; readonly after: Side };

/**
 * A rule that denies smells which the change adds: counted by kind in each file before and after, so that code which
 * stood there may stay, and a statement that left another file of the change may stand in a new place.
 */
export function createSmellRule(parts: SmellRuleParts): PolicyRule {
  const { id, title, explanation, inTests, isOnlyFirstDenied = false } = parts;
  return {
    id,
    group: "smells",
    title,
    explanation,
    async find({ files }, context) {
      const read = (path: string, text: string | null) => findSmells({ path, text }, parts, context);
      const afters = await inOrder(files, ({ path, after }) => read(path, after?.text ?? null));
      if (afters.every(({ smells }) => smells.length === 0)) return [];
      const befores = await inOrder(files, ({ path, before }) => read(path, before?.text ?? null));
      const none: Side = { smells: [], isParsed: true };
      const judged = files.map((file, at) => ({
        file,
        before: befores[at] ?? none,
        after: afters[at] ?? none,
      }));
      const balance = sumBalance(judged);
      const had = new Set(judged.flatMap(({ before }) => before.smells.map(({ reason }) => reason)));
      return judged.flatMap(({ file, before, after }): readonly PolicyFinding[] => {
        const isTest = isTestFile(file.path);
        if (isTest && inTests === "ignored") return [];
        const kept = new Set(before.smells.map(({ kind }) => kind));
        const isExcused = (smell: Smell) =>
          (smell.isImport && had.has(smell.reason)) || (balance.get(keyOf(smell)) ?? 0) >= 0;
        const added = findSurplus(file, before, after).filter((smell) => !isExcused(smell));
        return keepOneALine(added).map(({ line, reason, severity, kind, isUsualInTests }) => {
          const isNote =
            (isTest && (inTests === "note" || isUsualInTests)) || (isOnlyFirstDenied && kept.has(kind));
          return { file: file.path, line, reason, severity: isNote ? "note" : severity };
        });
      });
    },
  };
}

function findSurplus(file: ChangedFile, before: Side, after: Side): readonly Smell[] {
  if (after.smells.length === 0) return [];
  const allowed = new Map<string, number>();
  for (const { kind } of before.smells) allowed.set(kind, (allowed.get(kind) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const { kind } of after.smells) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if ([...counts].every(([kind, count]) => count <= (allowed.get(kind) ?? 0))) return [];
  const added = new Set(diffFileLines(file).added.map(({ line }) => line));
  // What stands on untouched lines uses up the allowance first, so that the surplus is where the change is.
  const oldFirst = [...after.smells].sort((a, b) => Number(added.has(a.line)) - Number(added.has(b.line)));
  const isComparable = before.isParsed === after.isParsed;
  return oldFirst.filter((smell) => {
    const isNew = added.has(smell.line);
    const left = allowed.get(smell.kind) ?? 0;
    if (left > 0) allowed.set(smell.kind, left - 1);
    return left <= 0 && (isNew || isComparable);
  });
}

/** One smell of a kind for a line, in the file's order; a denial before a note. */
function keepOneALine(smells: readonly Smell[]): readonly Smell[] {
  const byPlace = new Map<string, Smell>();
  for (const smell of smells) {
    const place = `${smell.line} ${smell.kind}`;
    const known = byPlace.get(place);
    if (known === undefined || (known.severity === "note" && smell.severity === "denial"))
      byPlace.set(place, smell);
  }
  return [...byPlace.values()].sort((a, b) => a.line - b.line);
}

/** How many of each statement left the change's files; below nought, some came to them. */
function sumBalance(judged: readonly Judged[]): ReadonlyMap<string, number> {
  const balance = new Map<string, number>();
  const add = (smell: Smell, by: number) => balance.set(keyOf(smell), (balance.get(keyOf(smell)) ?? 0) + by);
  for (const { before, after } of judged) {
    for (const smell of before.smells) add(smell, 1);
    for (const smell of after.smells) add(smell, -1);
  }
  return balance;
}

/** One after the other: what is parsed twice is remembered by the parser. */
async function inOrder<T, U>(items: readonly T[], run: (item: T) => Promise<U>): Promise<readonly U[]> {
  const results: U[] = [];
  for (const item of items) results.push(await run(item));
  return results;
}

function keyOf({ kind, text }: Smell): string {
  return JSON.stringify([kind, text]);
}
