import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { Knowledge, RewardLesson } from "../domain/lesson.ts";
import type { LessonRow } from "./lesson-row.ts";
import { parseLesson } from "./parse-lessons.ts";
import { planSimilarQuery } from "./plan-similar-query.ts";

/** Lessons in an SQLite database, with their texts in a full-text index (https://sqlite.org/fts5.html). */
export type LessonIndex = Disposable & {
  /** Adds lessons in one transaction. Of an id that is already there the newer record stays. */
  add(rows: Iterable<LessonRow>): void;
  /** Lessons of a kind by what they are looked up by: the item's id for `exhausted` and `suggested`, the key for the others. */
  lookUp(kind: Knowledge["kind"], lookup: string): readonly Knowledge[];
  /** Lessons whose id begins with `prefix`, at most `limit`. */
  findById(prefix: string, limit: number): readonly Knowledge[];
  /** When a lesson was last forgotten (ISO 8601), or null. */
  forgottenAt(lesson: string): string | null;
  /** Lessons that share words with a text, the most alike first. */
  querySimilar(text: string, limit: number): readonly Knowledge[];
  /** Newest first. */
  list(options: { readonly kind?: Knowledge["kind"]; readonly limit: number }): readonly Knowledge[];
  /** Rewards, the newest first; they are in no other answer. */
  listRewards(limit: number): readonly RewardLesson[];
  hasReward(id: string): boolean;
  /** Lessons of the last cycles that taught something, newest first. */
  listRecentCycles(limit: number): readonly (readonly Knowledge[])[];
};

const tables = `
  CREATE TABLE IF NOT EXISTS lesson (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, lookup TEXT NOT NULL,
    campaign TEXT NOT NULL, cycle INTEGER NOT NULL, at TEXT NOT NULL, line TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS reward (id TEXT PRIMARY KEY, at TEXT NOT NULL, line TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS forgotten (lesson TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(body, content='', contentless_delete=1);
  CREATE VIRTUAL TABLE IF NOT EXISTS word_counts USING fts5vocab(words, row);
`;
/** Made after the first lessons are in: sorting them once is much quicker than keeping them sorted. */
const indexes = `
  CREATE UNIQUE INDEX IF NOT EXISTS lesson_id ON lesson (id);
  CREATE INDEX IF NOT EXISTS lesson_lookup ON lesson (lookup);
  CREATE INDEX IF NOT EXISTS lesson_at ON lesson (at, row);
`;
const inForce = `NOT EXISTS (
  SELECT 1 FROM forgotten WHERE forgotten.lesson = lesson.id AND forgotten.at >= lesson.at
)`;

/** Makes or opens an index in a database. Whoever gives the database away no longer closes it. */
export function createLessonIndex(database: DatabaseSync): LessonIndex {
  database.exec(tables);
  const read = (sql: string, ...values: readonly SQLInputValue[]): readonly Knowledge[] =>
    database
      .prepare(sql)
      .all(...values)
      .flatMap(({ line }) => readKnowledge(line));

  return {
    add: (rows) => addRows(database, rows),
    lookUp: (kind, lookup) =>
      read(`SELECT line FROM lesson WHERE lookup = ? AND kind = ? AND ${inForce}`, lookup, kind),
    findById: (prefix, limit) =>
      read(
        `SELECT line FROM lesson WHERE id >= ? AND id < ? AND ${inForce} LIMIT ?`,
        prefix,
        `${prefix}\u{10ffff}`,
        limit,
      ),
    forgottenAt: (lesson) => {
      const at = database.prepare("SELECT at FROM forgotten WHERE lesson = ?").get(lesson)?.at;
      return typeof at === "string" ? at : null;
    },
    querySimilar: (text, limit) => {
      const plan = planSimilarQuery(text, (word) => countWord(database, word));
      if (plan === null) return [];
      const order = plan.isRanked ? "words.rank" : "words.rowid DESC";
      return read(
        `SELECT line FROM words JOIN lesson ON lesson.row = words.rowid
         WHERE words MATCH ? AND ${inForce} ORDER BY ${order} LIMIT ?`,
        plan.match,
        limit,
      );
    },
    list: ({ kind, limit }) =>
      kind === undefined
        ? read(`SELECT line FROM lesson WHERE ${inForce} ORDER BY at DESC, row DESC LIMIT ?`, limit)
        : read(
            `SELECT line FROM lesson WHERE kind = ? AND ${inForce} ORDER BY at DESC, row DESC LIMIT ?`,
            kind,
            limit,
          ),
    listRewards: (limit) =>
      database
        .prepare("SELECT line FROM reward ORDER BY at DESC, id LIMIT ?")
        .all(limit)
        .flatMap(({ line }) => readReward(line)),
    hasReward: (id) => database.prepare("SELECT 1 FROM reward WHERE id = ?").get(id) !== undefined,
    listRecentCycles: (limit) => listRecentCycles(database, limit),
    [Symbol.dispose]: () => database.close(),
  };
}

function addRows(database: DatabaseSync, rows: Iterable<LessonRow>): void {
  const insert = database.prepare(
    "INSERT INTO lesson (id, kind, lookup, campaign, cycle, at, line) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const addWords = database.prepare("INSERT INTO words (rowid, body) VALUES (?, ?)");
  const forget = database.prepare(
    "INSERT INTO forgotten VALUES (?, ?) ON CONFLICT DO UPDATE SET at = max(at, excluded.at)",
  );
  const addReward = database.prepare(
    `INSERT INTO reward VALUES (?, ?, ?) ON CONFLICT DO UPDATE
     SET at = excluded.at, line = excluded.line WHERE excluded.at > reward.at`,
  );
  const removeOlder = prepareRemoval(database);
  database.exec("BEGIN");
  try {
    for (const row of rows) {
      if (row.kind === "forgotten") {
        forget.run(row.lesson, row.at);
      } else if (row.kind === "reward") {
        addReward.run(row.id, row.at, row.line);
      } else if (removeOlder(row)) {
        const { id, kind, lookup, campaign, cycle, at, line, body } = row;
        addWords.run(insert.run(id, kind, lookup, campaign, cycle, at, line).lastInsertRowid, body);
      }
    }
    database.exec(indexes);
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

/** Makes room for a row: false when a newer one of its id is there. */
function prepareRemoval(
  database: DatabaseSync,
): (row: { readonly id: string; readonly at: string }) => boolean {
  const isFresh = database.prepare("SELECT 1 FROM lesson LIMIT 1").get() === undefined;
  // While there is no index on ids, those of this transaction are remembered here.
  const seen = new Map<string, string>();
  const find = database.prepare("SELECT row, at FROM lesson WHERE id = ?");
  const remove = database.prepare("DELETE FROM lesson WHERE row = ?");
  const removeWords = database.prepare("DELETE FROM words WHERE rowid = ?");
  return ({ id, at }) => {
    const isKnown = !isFresh || seen.has(id);
    if (isFresh && at > (seen.get(id) ?? "")) seen.set(id, at);
    const known = isKnown ? find.get(id) : undefined;
    if (known === undefined) return true;
    if (String(known.at) >= at) return false;
    removeWords.run(known.row ?? null);
    remove.run(known.row ?? null);
    return true;
  };
}

/** Walks back from the newest lesson until it has met enough cycles; those of one cycle lie together. */
function listRecentCycles(database: DatabaseSync, limit: number): readonly (readonly Knowledge[])[] {
  const newest = database.prepare(
    `SELECT campaign, cycle, line FROM lesson WHERE ${inForce} ORDER BY at DESC, row DESC`,
  );
  const cycles = new Map<string, Knowledge[]>();
  for (const { campaign, cycle, line } of newest.iterate()) {
    const name = JSON.stringify([campaign, cycle]);
    if (cycles.size === limit && !cycles.has(name)) break;
    const lessons = cycles.get(name) ?? [];
    cycles.set(name, [...lessons, ...readKnowledge(line)]);
  }
  return [...cycles.values()];
}

/** What comes from a file on the disk is checked before it is believed; a row that holds no lesson is left out. */
function readKnowledge(line: unknown): readonly Knowledge[] {
  const parsed = parseLesson(String(line));
  if (parsed.status !== "lesson") return [];
  const { lesson } = parsed;
  return lesson.kind === "forgotten" || lesson.kind === "reward" ? [] : [lesson];
}

function readReward(line: unknown): readonly RewardLesson[] {
  const parsed = parseLesson(String(line));
  return parsed.status === "lesson" && parsed.lesson.kind === "reward" ? [parsed.lesson] : [];
}

function countWord(database: DatabaseSync, word: string): number {
  const count = database.prepare("SELECT doc FROM word_counts WHERE term = ?").get(word)?.doc;
  return typeof count === "number" ? count : 0;
}
