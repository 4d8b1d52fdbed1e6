import { setTimeout as wait } from "node:timers/promises";
import { NightshiftError } from "../domain/errors.ts";
import type { Lesson } from "../domain/lesson.ts";
import type { Git } from "../ports.ts";
import { lessonFileNames, lessonFiles, memoryRef, setAsideFile } from "./memory-files.ts";
import { mergeLessons } from "./merge-lessons.ts";
import type { DamagedLine } from "./parse-lessons.ts";
import { pruneLessons } from "./prune-lessons.ts";
import { type Memory, readMemory } from "./read-memory.ts";

/** What goes to the memory branch. */
export type MemoryUpdate = {
  readonly lessons: readonly Lesson[];
  /** Other files of the branch to write: status.json, reports/<campaign>.md. */
  readonly files: readonly { readonly path: string; readonly content: string }[];
  readonly keepDays: number;
  /** Now, ISO 8601, UTC. */
  readonly at: string;
  /** The commit's subject. */
  readonly message: string;
};

/** How many lessons the branch holds after it, rewards not counted, and the lines that were no lessons and have been set aside. */
export type StoredMemory = {
  readonly commit: string;
  readonly lessons: number;
  readonly damaged: readonly DamagedLine[];
};

type StoreGit = Pick<
  Git,
  | "prefix"
  | "readFile"
  | "resolveCommit"
  | "treeOf"
  | "buildTree"
  | "buildTreeFromFiles"
  | "writeCommit"
  | "updateRefs"
>;

/** How often a writer reads and merges again before it gives up. */
const maxTries = 25;
const maxPauseMs = 40;

/**
 * Adds lessons and files to the memory branch by compare-and-swap. When another writer was quicker, reads again, merges
 * by id and tries again, so that no lesson of either is lost. Nothing is committed where nothing would change.
 *
 * Throws `MEMORY_CONTENDED` when others kept being quicker.
 */
export async function storeMemory(
  update: MemoryUpdate,
  { git }: { readonly git: StoreGit },
): Promise<StoredMemory> {
  const ref = memoryRef(git.prefix);
  for (let tries = 0; tries < maxTries; tries += 1) {
    const memory = await readMemory({ git });
    const lessons = pruneLessons(mergeLessons(memory.lessons, update.lessons), update);
    const tree = await buildMemoryTree(memory, lessons, update, git);
    if (memory.commit !== null && tree === (await git.treeOf(memory.commit))) {
      return { commit: memory.commit, lessons: countKnown(lessons), damaged: memory.damaged };
    }
    const parents = memory.commit === null ? [] : [memory.commit];
    const commit = await git.writeCommit({ tree, parents, message: `${update.message}\n`, at: update.at });
    const moved = await git.updateRefs([{ ref, to: commit, from: memory.commit }]);
    if (moved.status === "updated") {
      return { commit, lessons: countKnown(lessons), damaged: memory.damaged };
    }
    // Two writers in step would meet again and again.
    await wait(Math.random() * maxPauseMs);
  }
  throw new NightshiftError({
    code: "MEMORY_CONTENDED",
    message: `${ref} was moved by others ${maxTries} times while lessons were to be stored.`,
    hint: "The lessons are in the campaign's journal; they are stored when it is resumed, or the next one ends.",
  });
}

async function buildMemoryTree(
  memory: Memory,
  lessons: readonly Lesson[],
  update: MemoryUpdate,
  git: StoreGit,
): Promise<string> {
  const files = [...renderLessons(lessons), ...(await renderSetAside(memory, git)), ...update.files];
  if (memory.commit === null) {
    return git.buildTreeFromFiles(files);
  }
  const edits = files.map(({ path, content }) => ({ path, mode: "100644" as const, content }));
  return git.buildTree(await git.treeOf(memory.commit), edits);
}

function countKnown(lessons: readonly Lesson[]): number {
  return lessons.filter(({ kind }) => kind !== "reward").length;
}

function renderLessons(
  lessons: readonly Lesson[],
): readonly { readonly path: string; readonly content: string }[] {
  const lines = new Map<string, string[]>(lessonFileNames.map((path) => [path, []]));
  for (const lesson of lessons) {
    lines.get(lessonFiles[lesson.kind])?.push(`${JSON.stringify(lesson)}\n`);
  }
  return [...lines].map(([path, content]) => ({ path, content: content.join("") }));
}

/** Lines that were no lessons move to a file of their own, so that they are reported once and lost never. */
async function renderSetAside({ commit, damaged }: Memory, git: StoreGit) {
  if (commit === null || damaged.length === 0) {
    return [];
  }
  const before = (await git.readFile(commit, setAsideFile))?.toString("utf8") ?? "";
  return [{ path: setAsideFile, content: `${before}${damaged.map(({ text }) => `${text}\n`).join("")}` }];
}
