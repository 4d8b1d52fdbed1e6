import type { Insertion } from "./plan-fuel.ts";

/** A text with others put in at offsets of the original one, which have to be in ascending order. Pure. */
export function insertTexts(text: string, insertions: readonly Insertion[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const insertion of insertions) {
    parts.push(text.slice(from, insertion.at), insertion.text);
    from = insertion.at;
  }
  return [...parts, text.slice(from)].join("");
}
