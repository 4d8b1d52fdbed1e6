import { usageError } from "../../src/domain/errors.ts";
import type { Knowledge } from "../../src/domain/lesson.ts";
import { forgetLesson } from "../../src/memory/forget-lesson.ts";
import { openLessonIndex } from "../../src/memory/open-lesson-index.ts";
import { createRecall, type Recall } from "../../src/memory/recall.ts";
import type { OpenRepository } from "../../src/open-repository.ts";
import { openForCommand } from "../open-for-command.ts";
import type { ActionInput } from "../run-action.ts";

const ID_LENGTH = 12;
const kinds: ReadonlySet<string> = new Set(["avoided", "exhausted", "pattern", "denied", "suggested"]);

/** `nightshift memory list`: lessons, newest first. */
export async function listLessonsAction({
  options,
  output,
}: ActionInput<{ readonly kind?: string; readonly limit: number }>): Promise<undefined> {
  const { kind, limit } = options;
  if (kind !== undefined && !isKind(kind)) {
    throw usageError({
      code: "UNKNOWN_LESSON_KIND",
      message: `There is no kind of lesson called ${kind}.`,
      hint: `Use one of ${[...kinds].join(", ")}.`,
    });
  }
  using recall = await openRecall(await openForCommand(options, output));
  const lessons = recall.list({ limit, ...(kind === undefined ? {} : { kind }) });
  output.result({ json: lessons, text: renderLessons(lessons) });
  return undefined;
}

/** `nightshift memory query <text>`: lessons that are similar to a failure or a sentence, most similar first. */
export async function queryLessonsAction(
  { options, output }: ActionInput<{ readonly limit: number }>,
  text: string,
): Promise<undefined> {
  using recall = await openRecall(await openForCommand(options, output));
  const lessons = recall.querySimilar(text, options.limit);
  output.result({ json: lessons, text: renderLessons(lessons) });
  return undefined;
}

/** `nightshift memory recent`: the newest cycles by what they taught. */
export async function recentCyclesAction({
  options,
  output,
}: ActionInput<{ readonly limit: number }>): Promise<undefined> {
  using recall = await openRecall(await openForCommand(options, output));
  const cycles = recall.recentCycles(options.limit);
  const lines = cycles.map(
    ({ campaign, cycle, outcome, item }) => `${campaign}/${cycle}  ${outcome.padEnd(12)}  ${item.title}`,
  );
  output.result({ json: cycles, text: lines.join("\n") || "Memory holds no cycle yet." });
  return undefined;
}

/** `nightshift memory forget <lesson>`: its approach is allowed again; the record of forgetting stays. */
export async function forgetLessonAction(
  { options, output }: ActionInput<object>,
  prefix: string,
): Promise<undefined> {
  const repository = await openForCommand(options, output);
  using recall = await openRecall(repository);
  const { git, clock, loaded } = repository;
  const { keepDays } = loaded.config.memory;
  const { forgotten, stored } = await forgetLesson(
    { lesson: prefix, by: "person", at: clock.now(), keepDays },
    { recall, git },
  );
  output.result({
    json: { status: "forgotten", lesson: forgotten.id, ...stored },
    text: `Forgotten: ${forgotten.text}`,
  });
  return undefined;
}

async function openRecall({ git, paths }: OpenRepository): Promise<Recall> {
  const { index } = await openLessonIndex({ path: paths.memoryIndex }, { git });
  return createRecall(index);
}

function renderLessons(lessons: readonly Knowledge[]): string {
  const lines = lessons.map(
    ({ id, kind, at, text }) => `${id.slice(0, ID_LENGTH)}  ${kind.padEnd(9)}  ${at.slice(0, 10)}  ${text}`,
  );
  return lines.join("\n") || "Memory holds no such lesson.";
}

function isKind(kind: string): kind is Knowledge["kind"] {
  return kinds.has(kind);
}
