import type { Knowledge, Lesson } from "../../src/domain/lesson.ts";
import { readMemory } from "../../src/memory/read-memory.ts";
import { openGitHubMemory } from "../../src/open-github-memory.ts";
import { showCode } from "../../src/report/show-code.ts";
import { findNotes } from "../notes/find-notes.ts";
import { renderOutcome } from "../requests/render-request.ts";
import { readLedger } from "../runs/run-ledger.ts";
import type { Command } from "./command.ts";

const maxLessons = 20;

/** `/why`: on an offer what memory has of its items: what worked, what was refused. On an issue what became of its campaign. */
export const why: Command = async ({ place }, desk) => {
  if (place.kind === "issue") {
    const run = findNotes(await desk.github.listComments(place.number), "request", desk)[0]?.note.run ?? null;
    const entry = (await readLedger(desk)).find((each) => each.run === run);
    return {
      status: "done",
      text:
        entry === undefined
          ? "Nothing is known yet: no campaign of this issue has ended."
          : renderOutcome(entry),
    };
  }
  const { marker } = place.offer;
  const { lessons } = await readMemory({ git: openGitHubMemory(desk) });
  const gone = new Set(lessons.flatMap((lesson) => (lesson.kind === "forgotten" ? [lesson.lesson] : [])));
  const known = lessons
    .filter(isKnowledge)
    .filter(({ id, item }) => marker.items.includes(item.id) && !gone.has(id))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  if (known.length === 0)
    return {
      status: "done",
      text: "Memory has nothing on it; the text above has the evidence of the gates.",
    };
  const rows = known
    .slice(0, maxLessons)
    .map(
      ({ id, kind, trust, text, campaign }) =>
        `- ${kind}, by ${trust}, ${showCode(campaign)}: ${showCode(text)} (\`${id.slice(0, 12)}\`)`,
    );
  return {
    status: "done",
    text: `What memory has on it, newest first:\n\n${rows.join("\n")}\n\n\`/forget <id>\` takes one back.`,
  };
};

function isKnowledge(lesson: Lesson): lesson is Knowledge {
  return lesson.kind !== "forgotten" && lesson.kind !== "reward";
}
