import { buildForgottenLesson } from "../../src/memory/build-lesson.ts";
import { readMemory } from "../../src/memory/read-memory.ts";
import { storeMemory } from "../../src/memory/store-memory.ts";
import { openGitHubMemory } from "../../src/open-github-memory.ts";
import { showCode } from "../../src/report/show-code.ts";
import type { Command } from "./command.ts";

/** `/forget <lesson>`: writes down that a lesson no longer holds. */
export const forget: Command = async ({ argument, by }, desk) => {
  const git = openGitHubMemory(desk);
  const { lessons } = await readMemory({ git });
  const forgottenAt = new Map(
    lessons.flatMap((lesson) => (lesson.kind === "forgotten" ? [[lesson.lesson, lesson.at] as const] : [])),
  );
  const found = lessons.filter(
    ({ id, kind, at }) =>
      id.startsWith(argument) &&
      kind !== "forgotten" &&
      kind !== "reward" &&
      (forgottenAt.get(id) ?? "") < at,
  );
  const [lesson, another] = found;
  if (lesson === undefined)
    return {
      status: "refused",
      text: `No lesson has the id ${showCode(argument)}, or it is forgotten already.`,
    };
  if (another !== undefined)
    return {
      status: "refused",
      text: `More than one lesson's id begins with ${showCode(argument)}: give more of it.`,
    };
  const at = desk.clock.now();
  const record = buildForgottenLesson({ lesson: lesson.id, at, by });
  const message = `memory: forget ${lesson.id.slice(0, 12)}`;
  await storeMemory(
    { lessons: [record], files: [], keepDays: desk.config.memory.keepDays, at, message },
    { git },
  );
  const text = "text" in lesson ? `: ${showCode(lesson.text)}` : "";
  return { status: "done", text: `Forgotten${text}` };
};
