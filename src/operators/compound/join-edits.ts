import type { Source } from "../../syntax/source.ts";

/** A part of a text and what takes its place. */
export type Part = { readonly start: number; readonly end: number; readonly replacement: string };

/** Several changes of one text as one that reaches from the first to the last; null for none, or where two overlap. */
export function joinEdits(parts: readonly Part[], { text }: Pick<Source, "text">): Part | null {
  const sorted = parts.toSorted((a, b) => a.start - b.start);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return null;
  let at = first.start;
  let replacement = "";
  for (const part of sorted) {
    if (part.start < at) return null;
    replacement += text.slice(at, part.start) + part.replacement;
    at = part.end;
  }
  return { start: first.start, end: last.end, replacement };
}
