import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { digest } from "../domain/digest.ts";
import type { Git } from "../ports.ts";
import { createLessonIndex, type LessonIndex } from "./lesson-index.ts";
import { type LessonRow, parseLessonRow } from "./lesson-row.ts";
import { lessonFileNames, memoryRef } from "./memory-files.ts";
import { type DamagedLine, listLines } from "./parse-lessons.ts";

/** Changes with the index's tables or with what goes into them, so that an older file is made anew. */
const indexVersion = "4";
/** No index takes this long to make. */
const leftoverMs = 60 * 60_000;

/** The index of the memory branch, and what on the branch could not be read when it was made. */
export type OpenedIndex = { readonly index: LessonIndex; readonly damaged: readonly DamagedLine[] };

type IndexGit = Pick<Git, "prefix" | "listFiles" | "readFile" | "resolveCommit">;

/**
 * Opens the index of the memory branch at `path`. It is keyed by the hashes of the branch's lesson files: while they
 * are the same it is used as it is, otherwise it is made anew beside the old one and put in its place in one step.
 */
export async function openLessonIndex(
  { path }: { readonly path: string },
  { git }: { readonly git: IndexGit },
): Promise<OpenedIndex> {
  const commit = await git.resolveCommit(memoryRef(git.prefix));
  const key = await readKey(commit, git);
  const existing = openExisting(path, key);
  if (existing !== null) {
    return { index: existing, damaged: [] };
  }
  await removeLeftovers(path);
  const building = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  try {
    const damaged = await buildIndex({ path: building, key, commit }, git);
    await flush(building);
    await rename(building, path);
    return { index: createLessonIndex(new DatabaseSync(path)), damaged };
  } finally {
    await rm(building, { force: true });
  }
}

async function readKey(commit: string | null, git: IndexGit): Promise<string> {
  const files = commit === null ? [] : await git.listFiles(commit);
  const hashes = lessonFileNames.map((name) => files.find(({ path }) => path === name)?.hash ?? "");
  return digest(indexVersion, ...hashes);
}

/** The index at `path` when it is whole and of this key; null otherwise, also when it is no database at all. */
function openExisting(path: string, key: string): LessonIndex | null {
  let database: DatabaseSync | null = null;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    const found = database.prepare("SELECT value FROM meta WHERE name = 'key'").get()?.value;
    database.close();
    return found === key ? createLessonIndex(new DatabaseSync(path)) : null;
  } catch {
    if (database?.isOpen === true) database.close();
    return null;
  }
}

async function buildIndex(
  { path, key, commit }: { readonly path: string; readonly key: string; readonly commit: string | null },
  git: IndexGit,
): Promise<readonly DamagedLine[]> {
  const database = new DatabaseSync(path);
  // The file is of no use until it is complete, and then it is flushed as a whole.
  database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536");
  using index = createLessonIndex(database);
  const texts: { readonly file: string; readonly text: string }[] = [];
  for (const file of commit === null ? [] : lessonFileNames) {
    texts.push({ file, text: (await git.readFile(commit ?? "", file))?.toString("utf8") ?? "" });
  }
  const damaged: DamagedLine[] = [];
  index.add(readRows(texts, damaged));
  database.exec("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)");
  database.prepare("INSERT INTO meta VALUES ('key', ?)").run(key);
  return damaged;
}

/** One row at a time, so that a large memory is never in memory as rows. What is no lesson goes to `damaged`. */
function* readRows(
  texts: readonly { readonly file: string; readonly text: string }[],
  damaged: DamagedLine[],
): Generator<LessonRow> {
  for (const { file, text } of texts) {
    for (const { line, text: entry } of listLines(text)) {
      const row = parseLessonRow(entry);
      if (row === null) damaged.push({ file, line, reason: "it is no lesson", text: entry });
      else yield row;
    }
  }
}

async function flush(path: string): Promise<void> {
  await using file = await open(path, "r+");
  await file.sync();
}

/** Removes half-made indexes of processes that were killed; a young one may be another's at work. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(`${basename(path)}.`) || !name.endsWith(".tmp")) continue;
    const leftover = join(folder, name);
    const state = await stat(leftover).catch(() => null);
    if (state !== null && Date.now() - state.mtimeMs > leftoverMs) await rm(leftover, { force: true });
  }
}
