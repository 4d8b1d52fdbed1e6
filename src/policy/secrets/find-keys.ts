import type { FoundSecret } from "./find-secrets.ts";
import { isDrawnByLot } from "./is-drawn-by-lot.ts";
import { keyFormats } from "./key-formats.ts";

/** Assignments to names that call themselves secret; the value has to look drawn by lot. */
const named =
  /\b[\w-]*(?:api[_-]?key|secret|token|passw(?:or)?d|pwd|private[_-]?key|access[_-]?key|credential)s?["'`]?\s*[:=]{1,3}\s*["'`]([^"'`\s]{16,120})["'`]/gi;

/** What looks like a key by its form, or by its name and its letters; at once, in any text. Pure. */
export function findKeys(text: string): readonly FoundSecret[] {
  const formed = keyFormats.flatMap(({ name, pattern }) =>
    [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map((match) => ({
      name,
      offset: match.index,
      value: match[1] ?? match[0],
    })),
  );
  const random = [...text.matchAll(named)].flatMap((match) => {
    const value = match[1] ?? "";
    return isDrawnByLot(value) ? [{ name: "value of a secret's name", offset: match.index, value }] : [];
  });
  return [...formed, ...random];
}
