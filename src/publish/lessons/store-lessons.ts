import type { Lesson } from "../../domain/lesson.ts";
import type { StoredMemory } from "../../memory/store-memory.ts";
import { storeMemory } from "../../memory/store-memory.ts";
import { foldEvents } from "../../report/fold.ts";
import { renderReport } from "../../report/render-report.ts";
import { renderStatus } from "../../report/render-status.ts";
import type { Bundle } from "../bundle/bundle.ts";
import { namePublication } from "../pending/name-publication.ts";
import type { Pending } from "../pending/pending.ts";
import type { NotPublished } from "../publication.ts";

/** What storing memory asks of git. */
export type MemoryGit = Parameters<typeof storeMemory>[1]["git"];

/**
 * Merges lessons into the memory branch, with the campaign's status and report. Both are rendered here, from the journal:
 * nothing of them is taken as the bundle has it. Throws `MEMORY_CONTENDED` when others kept being quicker.
 */
export async function storeLessons(
  input: {
    readonly bundle: Pick<Bundle, "manifest" | "journal">;
    readonly lessons: readonly Lesson[];
    readonly left: readonly NotPublished[];
    /** Null where nothing waits. */
    readonly pending: Pending | null;
    readonly keepDays: number;
    readonly at: string;
  },
  { git }: { readonly git: MemoryGit },
): Promise<StoredMemory> {
  const { bundle, lessons, left, pending, keepDays, at } = input;
  const { campaign } = bundle.manifest;
  const suggestions = bundle.manifest.suggestions.map(({ patch: _, ...told }) => told);
  const state = foldEvents(bundle.journal);
  const publication = { version: 1, campaign, left, suggestions, pending };
  const render = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return storeMemory(
    {
      lessons,
      files: [
        { path: "status.json", content: render(renderStatus(state)) },
        { path: `reports/${campaign}.md`, content: renderReport(state) },
        { path: namePublication(campaign), content: render(publication) },
      ],
      ...{ keepDays, at, message: `chore: memory of campaign ${campaign}` },
    },
    { git },
  );
}
