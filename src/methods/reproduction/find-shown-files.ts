import { extname } from "node:path";
import type { BrainTask } from "../../brain/brain.ts";
import { isTestFile } from "../../policy/protected/is-test-file.ts";
import type { MethodTask } from "../method.ts";

/** Files that a model may look at to write a test: what a fix may edit, and tests. Others hold nothing that it needs. */
export type ShownFiles = {
  readonly sources: readonly string[];
  readonly tests: readonly string[];
  /** A test to go by: of the item's gate where one is known there. Null where there is none. */
  readonly example: { readonly path: string; readonly text: string } | null;
  /** Sources that the item points to or names, the likeliest first. */
  readonly likely: readonly string[];
};

const MAX_EXAMPLES_READ = 8;
const MAX_EXAMPLE_CHARS = 6_000;
const MAX_LIKELY = 3;

/** Finds what to show of a repository to whoever writes a test for an item. */
export async function findShownFiles({
  brainTask,
  readBase,
}: Pick<MethodTask, "brainTask" | "readBase">): Promise<ShownFiles> {
  const { trackedFiles, editableFiles: sources, passingChecks, item } = brainTask;
  const ran = new Set([...passingChecks.map(({ file }) => file), ...item.files]);
  const known = new Set(trackedFiles);
  const inGate = [...ran].filter((path) => known.has(path) && isTestFile(path));
  const tests = [...new Set([...inGate, ...trackedFiles.filter(isTestFile)])];
  let example: ShownFiles["example"] = null;
  // Expected output and other data of golden projects are tests too, and show nobody how to write one.
  const languages = new Set(sources.map((path) => extname(path)));
  const written = tests.filter((path) => languages.has(extname(path)));
  const toGoBy = [written.filter((path) => ran.has(path)), written].find(({ length }) => length > 0) ?? tests;
  for (const path of toGoBy.slice(0, MAX_EXAMPLES_READ)) {
    const text = await readBase(path);
    if (text === null || text.trim() === "" || text.length > MAX_EXAMPLE_CHARS) continue;
    // The shortest one that holds something shows how it is done, and costs least.
    if (example === null || text.length < example.text.length) example = { path, text };
  }
  return { sources, tests, example, likely: findLikely(brainTask) };
}

/** Sources where failures point to, then those whose path or name the text has. */
function findLikely({ item, editableFiles }: Pick<BrainTask, "item" | "editableFiles">): readonly string[] {
  const text = [item.title, ...item.evidence.map(({ message }) => message)].join("\n").toLowerCase();
  const words = new Set(text.match(/[\p{L}\p{N}_$]+/gu) ?? []);
  const editable = new Set(editableFiles);
  const pointed = item.evidence.flatMap(({ at }) =>
    at !== undefined && editable.has(at.file) ? [at.file] : [],
  );
  const score = (path: string): number => {
    const lower = path.toLowerCase();
    if (text.includes(lower)) return 3;
    const stem = lower.slice(lower.lastIndexOf("/") + 1).replace(/\..*$/, "");
    if (words.has(stem)) return 2;
    return stem.split(/[-_]/).some((word) => word.length > 2 && (words.has(word) || words.has(`${word}s`)))
      ? 1
      : 0;
  };
  const named = editableFiles
    .map((path) => ({ path, value: score(path) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  return [...new Set([...pointed, ...named.map(({ path }) => path)])].slice(0, MAX_LIKELY);
}
