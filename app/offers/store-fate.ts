import { learnFromOffer, type Offer, type OfferFate } from "../../src/learn-from-offer.ts";
import { readMemory } from "../../src/memory/read-memory.ts";
import { storeMemory } from "../../src/memory/store-memory.ts";
import { openGitHubMemory } from "../../src/open-github-memory.ts";
import type { Desk } from "../desk.ts";

/** Writes down what became of an offer, where memory is on. What is known already is not written twice. */
export async function storeFate(
  { offer, fate }: { readonly offer: Offer; readonly fate: OfferFate },
  desk: Pick<Desk, "github" | "prefix" | "config" | "clock">,
): Promise<number> {
  const { enabled, keepDays } = desk.config.memory;
  if (!enabled) return 0;
  const git = openGitHubMemory(desk);
  const known = (await readMemory({ git })).lessons;
  const at = desk.clock.now();
  const told = new Set(
    known.flatMap((lesson) => (lesson.kind === "forgotten" ? [] : [`${lesson.id} ${lesson.text}`])),
  );
  const lessons = (await learnFromOffer({ offer, fate, known, at }, desk)).filter(
    (lesson) => lesson.kind !== "forgotten" && !told.has(`${lesson.id} ${lesson.text}`),
  );
  if (lessons.length === 0) return 0;
  const message = `memory: #${offer.pullRequest.number} was ${fate.kind}`;
  await storeMemory({ lessons, files: [], keepDays, at, message }, { git });
  return lessons.length;
}
