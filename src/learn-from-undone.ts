import type { PatternLesson } from "./domain/lesson.ts";
import type { PromotionOnMaster } from "./list-in-force.ts";
import { buildRolledBackLesson } from "./memory/build-lesson.ts";
import { readMemory } from "./memory/read-memory.ts";
import { storeMemory } from "./memory/store-memory.ts";
import { type MemoryCalls, openGitHubMemory } from "./open-github-memory.ts";

/**
 * Stores an avoided approach, with a person's trust, for each promotion that a person took off master on GitHub. Gives
 * how many there were; memory that is switched off learns nothing.
 */
export async function learnFromUndone(
  {
    undone,
    enabled,
    keepDays,
    at,
  }: {
    readonly undone: readonly PromotionOnMaster[];
    readonly enabled: boolean;
    readonly keepDays: number;
    readonly at: string;
  },
  deps: { readonly github: MemoryCalls; readonly prefix: string },
): Promise<number> {
  if (!enabled) return 0;
  const git = openGitHubMemory(deps);
  const names = new Set(undone.map(({ campaign, cycle }) => `${campaign}/${cycle}`));
  const lessons = (await readMemory({ git })).lessons
    .filter(
      (lesson): lesson is PatternLesson =>
        lesson.kind === "pattern" && names.has(`${lesson.campaign}/${lesson.cycle}`),
    )
    .map((pattern) => buildRolledBackLesson(pattern, { at }));
  if (lessons.length > 0)
    await storeMemory({ lessons, files: [], keepDays, at, message: "memory: a rollback" }, { git });
  return lessons.length;
}
