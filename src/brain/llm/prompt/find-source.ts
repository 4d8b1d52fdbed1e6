import { posix } from "node:path";
import { findImportEvidence } from "../../search/locate/import-evidence.ts";
import { findStackEvidence } from "../../search/locate/stack-evidence.ts";
import { findPeak } from "../../search/locate/suspicion.ts";
import type { ItemPromptInput } from "./render-item-prompt.ts";

/** A file that the failures lead to. */
export type SourceFocus = {
  readonly path: string;
  /** Lines that a failure names, the likeliest first. */
  readonly lines: readonly number[];
  readonly isEditable: boolean;
  /** `named`: by a stack or finding. `failing`: the item's own. `imported`: by the failing one. `further`: through others. */
  readonly why: "named" | "failing" | "imported" | "further";
};

/** Direct imports are suspected this much by `findImportEvidence`, what lies behind them less. */
const DIRECT = 0.6;
const MAX_FAILING = 3;
/** What follows bounds the search for frames and imports, which is quadratic in the length of a word. */
const MAX_SAID_LINES = 60;
const MAX_LINE_CHARS = 400;
const MAX_IMPORTING_CHARS = 100_000;
const rank = { named: 0, failing: 1, imported: 2, further: 3 } as const;

/**
 * The files that the failures lead to, the likeliest first: those that stacks and findings name, the failing test itself,
 * what it imports (or the gate's command runs), else what is called like it. Nothing is run for it.
 */
export async function findSource({ task, read }: ItemPromptInput): Promise<readonly SourceFocus[]> {
  const { item, trackedFiles, sandbox } = task;
  const tracked = new Set(trackedFiles);
  const editable = new Set(task.editableFiles);
  const evidence = item.evidence.map((one) => ({
    ...one,
    message: clip(one.message),
    stack: clip(one.stack),
  }));
  const named = findStackEvidence({ evidence }, sandbox.mountPath, trackedFiles);
  const listLines = (path: string) =>
    [...(named.get(path)?.lines ?? [])].toSorted((a, b) => b[1] - a[1]).map(([line]) => line);
  const failing = item.files.filter((path) => tracked.has(path)).slice(0, MAX_FAILING);
  const isRun = item.kind === "golden" || (item.kind === "failing-check" && failing.length === 0);
  const roots = isRun ? [...new Set([...failing, ...findCommandFiles(task, tracked)])] : failing;
  const imports = await findImportEvidence(
    // A lint finding is mended where it is.
    { testFiles: item.kind === "lint" ? [] : roots, trackedFiles, editableFiles: task.editableFiles },
    { read: async (path) => toBuffer(await read(path)) },
  );
  const focuses = new Map<string, SourceFocus>();
  const add = (path: string, why: SourceFocus["why"]) => {
    if (focuses.has(path)) return;
    focuses.set(path, { path, lines: listLines(path), isEditable: editable.has(path), why });
  };
  const byPeak = [...named].toSorted((a, b) => findPeak(b[1]) - findPeak(a[1])).map(([path]) => path);
  for (const path of byPeak) if (editable.has(path)) add(path, "named");
  for (const path of failing) add(path, "failing");
  for (const path of byPeak) add(path, "further");
  for (const [path, { rest }] of imports) add(path, rest >= DIRECT ? "imported" : "further");
  const hasSource = [...focuses.values()].some(({ isEditable, why }) => isEditable && why !== "further");
  if (!hasSource) for (const path of findNamesakes(task)) add(path, "imported");
  return [...focuses.values()].toSorted((a, b) => rank[a.why] - rank[b.why]);
}

function clip(text: string): string {
  const lines = text
    .slice(0, MAX_SAID_LINES * MAX_LINE_CHARS)
    .split("\n")
    .slice(0, MAX_SAID_LINES);
  return lines.map((line) => line.slice(0, MAX_LINE_CHARS)).join("\n");
}

/** Tracked files that the gate's command names, from its folder or from the golden project's. */
function findCommandFiles(
  { item, gate }: ItemPromptInput["task"],
  tracked: ReadonlySet<string>,
): readonly string[] {
  const words = typeof gate.command === "string" ? gate.command.split(/[\s"'=;&|]+/) : gate.command;
  return words.flatMap((word) => {
    const places = [gate.cwd, ...item.files].map((folder) => posix.join(folder, word));
    return places.find((place) => tracked.has(place)) ?? [];
  });
}

/** Editable files that are called like the failing one, or that the failure's words name by their path. */
function findNamesakes({ item, editableFiles }: ItemPromptInput["task"]): readonly string[] {
  const stems = new Set(item.files.map(readStem));
  const said = item.evidence.map(({ title, message }) => `${title}\n${message.slice(0, 4000)}`).join("\n");
  const alike = editableFiles.filter((path) => stems.has(readStem(path)));
  return [...alike, ...editableFiles.filter((path) => said.includes(path))].slice(0, MAX_FAILING);
}

/** `pages` of `test/pages.test.js`, `test_pages.py` and `src/pages.go`. */
function readStem(path: string): string {
  return posix
    .basename(path)
    .replace(/\..*$/, "")
    .replace(/^(?:test|spec)[-_]|[-_](?:test|tests|spec)$/i, "")
    .replace(/(?:Test|Tests|Spec)$/, "");
}

function toBuffer(file: Awaited<ReturnType<ItemPromptInput["read"]>>): Buffer | null {
  return file.status === "read" ? Buffer.from(file.text.slice(0, MAX_IMPORTING_CHARS)) : null;
}
