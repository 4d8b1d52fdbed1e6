import type { Config } from "./config/schema.ts";
import { learnFromOffer, type Offer, type OfferFate } from "./learn-from-offer.ts";
import { readMemory } from "./memory/read-memory.ts";
import { storeMemory } from "./memory/store-memory.ts";
import { type MemoryCalls, openGitHubMemory } from "./open-github-memory.ts";
import type { Clock } from "./ports.ts";

/** What storing a fate takes. */
export type StoreFateDeps = {
  readonly github: MemoryCalls & Parameters<typeof learnFromOffer>[1]["github"];
  readonly prefix: string;
  readonly config: Pick<Config, "memory">;
  readonly clock: Pick<Clock, "now">;
};

/** Writes down what became of an offer, where memory is on. What is known already is not written twice. */
export async function storeFate(
  { offer, fate }: { readonly offer: Offer; readonly fate: OfferFate },
  deps: StoreFateDeps,
): Promise<number> {
  const { enabled, keepDays } = deps.config.memory;
  if (!enabled) return 0;
  const git = openGitHubMemory(deps);
  const known = (await readMemory({ git })).lessons;
  const at = deps.clock.now();
  const told = new Set(
    known.flatMap((lesson) => (lesson.kind === "forgotten" ? [] : [`${lesson.id} ${lesson.text}`])),
  );
  const lessons = (await learnFromOffer({ offer, fate, known, at }, deps)).filter(
    (lesson) => lesson.kind !== "forgotten" && !told.has(`${lesson.id} ${lesson.text}`),
  );
  if (lessons.length === 0) return 0;
  const message = `memory: #${offer.pullRequest.number} was ${fate.kind}`;
  await storeMemory({ lessons, files: [], keepDays, at, message }, { git });
  return lessons.length;
}
