import { DatabaseSync } from "node:sqlite";
import type { Knowledge, Lesson, RewardLesson } from "../domain/lesson.ts";
import type { WorkItem } from "../domain/work-item.ts";
import { createLessonIndex, type LessonIndex } from "./lesson-index.ts";
import { avoidedKey, exhaustedKey, type FileBlob } from "./lesson-keys.ts";
import { renderLessonRow } from "./lesson-row.ts";

/** What memory keys an approach by: what failed, what is changed, and where the changed files stand now. */
export type RecalledApproach = {
  readonly signature: string;
  /** Unified diff of the edits. */
  readonly diff: string;
  readonly files: readonly FileBlob[];
};

/** A past cycle, by what it taught. */
export type RecentCycle = {
  readonly campaign: string;
  readonly cycle: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly outcome: "promoted" | "suggested" | "rejected" | "no-candidate";
  readonly item: Knowledge["item"];
  readonly lessons: readonly Knowledge[];
};

/** What past campaigns and this one have learned. Lessons of models inform; those of gates and people are enforced. */
export type Recall = Disposable & {
  /** Whether the gates, or a person, refused this approach while the files that it changes were as they are now. */
  isAvoided(approach: RecalledApproach): boolean;
  /** Whether this version of the brain has tried all that it knows on an item whose suspects are as they are now. */
  isExhausted(
    item: Pick<WorkItem, "id">,
    brain: { readonly version: string },
    /** Hash by path of every file of the tree. */
    blobs: ReadonlyMap<string, string>,
  ): boolean;
  /**
   * Whether a fix by this brain waits as a suggestion that is less sure than `minConfidence`, while the files that it
   * edits are as they were.
   */
  isSuggested(
    item: Pick<WorkItem, "id">,
    brain: { readonly version: string; readonly minConfidence: number },
    /** Hash by path of every file of the tree. */
    blobs: ReadonlyMap<string, string>,
  ): boolean;
  /** Whether a lesson or a reward of this id is known and not forgotten. */
  knows(lesson: string): boolean;
  /** Takes a lesson in, for this campaign; storing it is another matter. */
  learn(lesson: Lesson): void;
  querySimilar(text: string, limit: number): readonly Knowledge[];
  /** Newest first. */
  list(options: { readonly kind?: Knowledge["kind"]; readonly limit: number }): readonly Knowledge[];
  recentCycles(limit: number): readonly RecentCycle[];
  /** What attempts earned, the newest first; rewards are in no other answer, since they say nothing about code. */
  listRewards(limit: number): readonly RewardLesson[];
  /** Lessons whose id begins with `prefix` and that are not forgotten, at most `limit`. */
  findById(prefix: string, limit: number): readonly Knowledge[];
};

/** Recalls from `stored`, the index of the memory branch (null: nothing is stored), and from what it learns itself. */
export function createRecall(stored: LessonIndex | null): Recall {
  const learned = createLessonIndex(new DatabaseSync(":memory:"));
  const indexes = stored === null ? [learned] : [learned, stored];
  const isKept = ({ id, at }: Knowledge) =>
    indexes.every((index) => {
      const forgottenAt = index.forgottenAt(id);
      return forgottenAt === null || forgottenAt < at;
    });
  const collect = (find: (index: LessonIndex) => readonly Knowledge[]): readonly Knowledge[] => {
    const found = new Map<string, Knowledge>();
    for (const lesson of indexes.flatMap(find).filter(isKept)) {
      if (!found.has(lesson.id)) found.set(lesson.id, lesson);
    }
    return [...found.values()];
  };

  return {
    isAvoided: ({ signature, diff, files }) => {
      const key = avoidedKey({ signature, diff });
      const blobs = new Map(files.map(({ path, blob }) => [path, blob]));
      return collect((index) => index.lookUp("avoided", key)).some(
        (lesson) => isEnforced(lesson) && isUnchanged(lesson, (path) => blobs.get(path) ?? null),
      );
    },
    isExhausted: (item, brain, blobs) =>
      collect((index) => index.lookUp("exhausted", item.id)).some((lesson) => {
        const key = exhaustedKey({ item: item.id, brain: brain.version, suspects: lesson.files });
        return (
          isEnforced(lesson) && lesson.key === key && isUnchanged(lesson, (path) => blobs.get(path) ?? "")
        );
      }),
    isSuggested: (item, brain, blobs) =>
      collect((index) => index.lookUp("suggested", item.id)).some((lesson) => {
        if (lesson.kind !== "suggested" || lesson.brain !== brain.version) return false;
        const isUnsure = lesson.confidence.value < brain.minConfidence;
        return isUnsure && isEnforced(lesson) && isUnchanged(lesson, (path) => blobs.get(path) ?? "");
      }),
    knows: (lesson) =>
      indexes.some((index) => index.hasReward(lesson)) ||
      collect((index) => index.findById(lesson, 1)).some(({ id }) => id === lesson),
    learn: (lesson) => learned.add([renderLessonRow(lesson)]),
    querySimilar: (text, limit) => collect((index) => index.querySimilar(text, limit)).slice(0, limit),
    list: (options) =>
      collect((index) => index.list(options))
        .toSorted((a, b) => compareText(b.at, a.at))
        .slice(0, options.limit),
    recentCycles: (limit) => {
      const lessons = collect((index) => index.listRecentCycles(limit).flat());
      const cycles = Map.groupBy(lessons, ({ campaign, cycle }) => JSON.stringify([campaign, cycle]));
      return [...cycles.values()]
        .flatMap(describeCycle)
        .toSorted((a, b) => compareText(b.at, a.at) || b.cycle - a.cycle)
        .slice(0, limit);
    },
    listRewards: (limit) => {
      const found = indexes.flatMap((index) => index.listRewards(limit));
      return [...new Map(found.map((reward) => [reward.id, reward])).values()]
        .toSorted((a, b) => compareText(b.at, a.at) || compareText(a.id, b.id))
        .slice(0, limit);
    },
    findById: (prefix, limit) => collect((index) => index.findById(prefix, limit)).slice(0, limit),
    [Symbol.dispose]: () => {
      for (const index of indexes) index[Symbol.dispose]();
    },
  };
}

function isEnforced({ trust }: Knowledge): boolean {
  return trust === "gates" || trust === "person";
}

/** A lesson that stands on no file would be in force for ever: it is not in force at all. */
function isUnchanged({ files }: Knowledge, blobOf: (path: string) => string | null): boolean {
  return files.length > 0 && files.every(({ path, blob }) => blobOf(path) === blob);
}

function describeCycle(lessons: readonly Knowledge[]): readonly RecentCycle[] {
  const [first] = lessons;
  if (first === undefined) return [];
  const has = (kind: Knowledge["kind"]) => lessons.some((lesson) => lesson.kind === kind);
  const isRejected = has("avoided") || has("denied");
  const unkept = has("suggested") ? "suggested" : isRejected ? "rejected" : "no-candidate";
  const outcome = has("pattern") ? "promoted" : unkept;
  const at =
    lessons
      .map((lesson) => lesson.at)
      .toSorted()
      .at(-1) ?? first.at;
  return [{ campaign: first.campaign, cycle: first.cycle, at, outcome, item: first.item, lessons }];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
