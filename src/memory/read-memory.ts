import type { Lesson } from "../domain/lesson.ts";
import type { Git } from "../ports.ts";
import { lessonFileNames, memoryRef } from "./memory-files.ts";
import { type DamagedLine, parseLessons } from "./parse-lessons.ts";

/** What the memory branch holds. */
export type Memory = {
  /** The branch's commit; null where there is no memory yet. */
  readonly commit: string | null;
  readonly lessons: readonly Lesson[];
  readonly damaged: readonly DamagedLine[];
};

/** Reads all lessons from the memory branch. */
export async function readMemory({
  git,
}: {
  readonly git: Pick<Git, "prefix" | "readFile" | "resolveCommit">;
}): Promise<Memory> {
  const commit = await git.resolveCommit(memoryRef(git.prefix));
  if (commit === null) {
    return { commit, lessons: [], damaged: [] };
  }
  const lessons: Lesson[] = [];
  const damaged: DamagedLine[] = [];
  for (const file of lessonFileNames) {
    const content = await git.readFile(commit, file);
    const parsed = parseLessons(content?.toString("utf8") ?? "", file);
    // A spread of 100,000 arguments does not fit on the stack.
    for (const lesson of parsed.lessons) lessons.push(lesson);
    for (const line of parsed.damaged) damaged.push(line);
  }
  return { commit, lessons, damaged };
}
