import type { RollbackPlan } from "./campaign/plan-rollback.ts";
import type { PatternLesson } from "./domain/lesson.ts";
import { buildFateReward } from "./memory/build-fate-reward.ts";
import { buildRolledBackLesson } from "./memory/build-lesson.ts";
import { readMemory } from "./memory/read-memory.ts";
import { storeMemory } from "./memory/store-memory.ts";
import type { OpenRepository } from "./open-repository.ts";

/**
 * Stores an avoided approach, with a person's trust, for each promotion that a rollback undid, so that the next night
 * does not promote it again, and takes back what it earned. Gives how many there were; memory that is switched off learns nothing.
 */
export async function learnFromRollback(
  { undone }: Pick<RollbackPlan, "undone">,
  { git, clock, loaded }: Pick<OpenRepository, "git" | "clock" | "loaded">,
): Promise<number> {
  const { enabled, keepDays } = loaded.config.memory;
  if (!enabled) return 0;
  const commits = new Set(undone.map(({ commit }) => commit));
  const at = clock.now();
  const known = (await readMemory({ git })).lessons;
  const patterns = known.filter(
    (lesson): lesson is PatternLesson => lesson.kind === "pattern" && commits.has(lesson.commit),
  );
  if (patterns.length === 0) return 0;
  const lessons = patterns.flatMap((pattern) => [
    buildRolledBackLesson(pattern, { at }),
    buildFateReward({ pattern, known, fate: "rolled-back", at }),
  ]);
  await storeMemory({ lessons, files: [], keepDays, at, message: "memory: a rollback" }, { git });
  return patterns.length;
}
