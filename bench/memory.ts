import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { createGit } from "../src/adapters/git.ts";
import { createProcessRunner } from "../src/adapters/process-runner.ts";
import { memoryRef } from "../src/memory/memory-files.ts";
import { openLessonIndex } from "../src/memory/open-lesson-index.ts";
import { createRecall } from "../src/memory/recall.ts";
import type { Git } from "../src/ports.ts";
import { generateLessons } from "./generate-lessons.ts";
import { generateRepository } from "./generate-repository.ts";
import { measureInTurns } from "./measure.ts";
import type { BenchResult } from "./result.ts";
import { openScratch } from "./scratch.ts";

/** How large and how long: less in the tests of the benchmarks themselves. */
export type MemoryBenchSize = { readonly lessonCount: number; readonly rounds: number };

type MemoryFile = { readonly path: string; readonly content: string };

/**
 * Loading and indexing the lessons of the memory branch, and asking for similar ones, against reading the same lines
 * from plain files and parsing them as JSON. The index is what the next start opens as it is.
 */
export async function benchMemory(
  { lessonCount, rounds }: MemoryBenchSize = { lessonCount: 100_000, rounds: 7 },
): Promise<readonly BenchResult[]> {
  await using scratch = await openScratch();
  const files = generateLessons(lessonCount);
  const folder = path.join(scratch.path, "plain");
  await mkdir(folder);
  for (const file of files) await writeFile(path.join(folder, file.path), file.content);
  const git = await storeLessons(path.join(scratch.path, "repository"), files);
  const index = path.join(scratch.path, "index.sqlite");
  const open = async () => createRecall((await openLessonIndex({ path: index }, { git })).index);
  {
    using _first = await open();
  }
  using recall = await open();
  const times = await measureInTurns(
    [
      { name: "parse", run: () => readAndParse(folder, files) },
      { name: "load", run: () => loadAnew(index, open) },
      {
        name: "reopen",
        run: async () => {
          using _reopened = await open();
          return undefined;
        },
      },
      { name: "query", run: async (round) => querySimilar(recall, round) },
    ],
    rounds,
  );
  const [parseMs, loadMs, reopenMs, queryMs] = ["parse", "load", "reopen", "query"].map(
    (name) => times.get(name) ?? Number.NaN,
  ) as [number, number, number, number];
  const against = `reading and parsing: ${parseMs.toFixed(0)} ms`;
  const count = lessonCount.toLocaleString("en-US");
  return [
    {
      name: `${count} lessons: load and index, once`,
      measured: `${loadMs.toFixed(0)} ms (next start: ${reopenMs.toFixed(0)} ms)`,
      against,
      ratio: loadMs / parseMs,
      bound: 8,
    },
    {
      name: `${count} lessons: a similar-query`,
      measured: `${queryMs.toFixed(1)} ms`,
      against,
      ratio: queryMs / parseMs,
      bound: 0.1,
    },
  ];
}

/** A repository whose memory branch holds these files. */
async function storeLessons(dir: string, files: readonly MemoryFile[]): Promise<Git> {
  await generateRepository(dir, 1);
  const processes = createProcessRunner();
  const git = await createGit({ dir, prefix: "nightshift", environment: process.env }, { processes });
  const tree = await git.buildTreeFromFiles(files);
  const commit = await git.writeCommit({
    tree,
    parents: [],
    message: "lessons",
    at: new Date(0).toISOString(),
  });
  await git.updateRefs([{ ref: memoryRef("nightshift"), to: commit, from: null }]);
  return git;
}

async function readAndParse(folder: string, files: readonly MemoryFile[]): Promise<undefined> {
  const lessons: unknown[] = [];
  for (const file of files) {
    const text = await readFile(path.join(folder, file.path), "utf8");
    for (const line of text.split("\n")) if (line !== "") lessons.push(JSON.parse(line));
  }
  if (lessons.length === 0) throw new Error("no lesson was parsed");
}

/** Milliseconds of a start without an index; the one that is open elsewhere stays readable. */
async function loadAnew(index: string, open: () => Promise<Disposable>): Promise<number> {
  await rm(index);
  const start = performance.now();
  using _recall = await open();
  return performance.now() - start;
}

/** The mean milliseconds of a few questions: of common words, of rare ones, and of a whole failure's signature. */
function querySimilar(recall: ReturnType<typeof createRecall>, round: number): number {
  const questions = [
    "cart total price",
    `compare basket${round} queue${round + 11}`,
    `expected total ${round} to equal market N in order${round}`,
  ];
  const start = performance.now();
  for (const question of questions) {
    if (recall.querySimilar(question, 10).length === 0) throw new Error(`nothing is similar to: ${question}`);
  }
  return (performance.now() - start) / questions.length;
}
