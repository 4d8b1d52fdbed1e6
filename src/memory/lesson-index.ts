import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { Knowledge, Lesson } from "../domain/lesson.ts";
import { parseLesson } from "./parse-lessons.ts";
import { planSimilarQuery } from "./plan-similar-query.ts";

/** Lessons in an SQLite database, with their texts in a full-text index (https://sqlite.org/fts5.html). */
export type LessonIndex = Disposable & {
  /** Adds lessons in one transaction. Of an id that is already there the newer record stays. */
  add(lessons: Iterable<Lesson>): void;
  /** Lessons of a kind by what they are looked up by: the item's id for `exhausted`, the key for the others. */
  lookUp(kind: Knowledge["kind"], lookup: string): readonly Knowledge[];
  /** Lessons whose id begins with `prefix`, at most `limit`. */
  findById(prefix: string, limit: number): readonly Knowledge[];
  /** When a lesson was last forgotten (ISO 8601), or null. */
  forgottenAt(lesson: string): string | null;
  /** Lessons that share words with a text, the most alike first. */
  querySimilar(text: string, limit: number): readonly Knowledge[];
  /** Newest first. */
  list(options: { readonly kind?: Knowledge["kind"]; readonly limit: number }): readonly Knowledge[];
  /** Lessons of the last cycles that taught something, newest first. */
  listRecentCycles(limit: number): readonly (readonly Knowledge[])[];
};

const schema = `
  CREATE TABLE IF NOT EXISTS lesson (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, lookup TEXT NOT NULL,
    campaign TEXT NOT NULL, cycle INTEGER NOT NULL, at TEXT NOT NULL, line TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS lesson_lookup ON lesson (lookup);
  CREATE INDEX IF NOT EXISTS lesson_at ON lesson (at, campaign, cycle);
  CREATE TABLE IF NOT EXISTS forgotten (lesson TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(body, content='', contentless_delete=1, detail=none);
  CREATE VIRTUAL TABLE IF NOT EXISTS word_counts USING fts5vocab(words, row);
`;
const inForce = `NOT EXISTS (
  SELECT 1 FROM forgotten WHERE forgotten.lesson = lesson.id AND forgotten.at >= lesson.at
)`;

/** Makes or opens an index in a database. Whoever gives the database away no longer closes it. */
export function createLessonIndex(database: DatabaseSync): LessonIndex {
  database.exec(schema);
  const read = (sql: string, ...values: readonly SQLInputValue[]): readonly Knowledge[] =>
    database
      .prepare(sql)
      .all(...values)
      .flatMap(({ line }) => readKnowledge(line));
  const isEmpty = () => database.prepare("SELECT 1 FROM lesson LIMIT 1").get() === undefined;

  return {
    add: (lessons) => addLessons(database, lessons, isEmpty()),
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
    listRecentCycles: (limit) =>
      database
        .prepare(
          `SELECT campaign, cycle FROM lesson WHERE ${inForce}
           GROUP BY campaign, cycle ORDER BY max(at) DESC, cycle DESC LIMIT ?`,
        )
        .all(limit)
        .map(({ campaign, cycle }) =>
          read(
            `SELECT line FROM lesson WHERE campaign = ? AND cycle = ? AND ${inForce} ORDER BY row`,
            campaign ?? null,
            cycle ?? null,
          ),
        ),
    [Symbol.dispose]: () => database.close(),
  };
}

function addLessons(database: DatabaseSync, lessons: Iterable<Lesson>, isFresh: boolean): void {
  const insert = database.prepare(
    "INSERT INTO lesson (id, kind, lookup, campaign, cycle, at, line) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const index = database.prepare("INSERT INTO words (rowid, body) VALUES (?, ?)");
  const findKnown = database.prepare("SELECT row, at FROM lesson WHERE id = ?");
  const forget = database.prepare(
    "INSERT INTO forgotten VALUES (?, ?) ON CONFLICT DO UPDATE SET at = max(at, excluded.at)",
  );
  database.exec("BEGIN");
  try {
    for (const lesson of lessons) {
      if (lesson.kind === "forgotten") {
        forget.run(lesson.lesson, lesson.at);
        continue;
      }
      const known = isFresh ? undefined : findKnown.get(lesson.id);
      if (known !== undefined) {
        if (String(known.at) >= lesson.at) continue;
        database.prepare("DELETE FROM words WHERE rowid = ?").run(known.row ?? null);
        database.prepare("DELETE FROM lesson WHERE row = ?").run(known.row ?? null);
      }
      const { id, kind, campaign, cycle, at } = lesson;
      const lookup = kind === "exhausted" ? lesson.item.id : lesson.key;
      const { lastInsertRowid } = insert.run(id, kind, lookup, campaign, cycle, at, JSON.stringify(lesson));
      index.run(lastInsertRowid, describeForSearch(lesson));
    }
    database.exec("COMMIT");
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

function describeForSearch({ text, item, files }: Knowledge): string {
  return `${text}\n${item.signature}\n${files.map(({ path }) => path).join("\n")}`;
}

/** What comes from a file on the disk is checked before it is believed; a row that holds no lesson is left out. */
function readKnowledge(line: unknown): readonly Knowledge[] {
  const parsed = parseLesson(String(line));
  return parsed.status === "lesson" && parsed.lesson.kind !== "forgotten" ? [parsed.lesson] : [];
}

function countWord(database: DatabaseSync, word: string): number {
  const count = database.prepare("SELECT doc FROM word_counts WHERE term = ?").get(word)?.doc;
  return typeof count === "number" ? count : 0;
}
