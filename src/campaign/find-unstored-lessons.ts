import { readJournal } from "../adapters/read-journal.ts";
import type { Lesson } from "../domain/lesson.ts";
import { findCampaigns, journalPath } from "./find-campaigns.ts";

/** Older campaigns than this many had every chance to be stored by those after them. */
const MAX_CAMPAIGNS = 20;

/**
 * Lessons that campaigns wrote to their journals and never to the memory branch, because they were killed first.
 * A dry run's are its own. A journal that cannot be read is passed over: its campaign says so when it is resumed.
 */
export async function findUnstoredLessons(campaignsDir: string): Promise<readonly Lesson[]> {
  const lessons: Lesson[] = [];
  for (const campaign of (await findCampaigns(campaignsDir)).slice(0, MAX_CAMPAIGNS)) {
    const content = await readJournal(journalPath(campaignsDir, campaign)).catch(() => null);
    const events = content?.entries.map(({ event }) => event) ?? [];
    if (events.some((event) => event.type === "campaign-started" && event.isDryRun)) continue;
    const storedAt = events.findLastIndex(({ type }) => type === "memory-stored");
    for (const event of events.slice(storedAt + 1)) {
      if (event.type === "lesson-learned") lessons.push(event.lesson);
    }
  }
  return lessons;
}
