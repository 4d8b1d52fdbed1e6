import type { Lesson } from "../domain/lesson.ts";

/** The file of the memory branch that holds each kind of lesson. */
export const lessonFiles = {
  avoided: "avoided.jsonl",
  denied: "lessons.jsonl",
  exhausted: "lessons.jsonl",
  forgotten: "lessons.jsonl",
  pattern: "patterns.jsonl",
  reward: "rewards.jsonl",
  suggested: "lessons.jsonl",
} as const satisfies Record<Lesson["kind"], string>;

/** The files that hold lessons, each once. */
export const lessonFileNames: readonly string[] = [...new Set(Object.values(lessonFiles))];

/** Lines that no lesson could be read from are kept here, byte for byte, for a person to look at. */
export const setAsideFile = "set-aside.jsonl";

/** Full name of the orphan branch that memory lives on. */
export function memoryRef(prefix: string): string {
  return `refs/heads/${prefix}/memory`;
}
