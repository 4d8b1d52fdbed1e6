/** Fewer lines in a row are alike by chance. */
const WINDOW = 3;
/** A line of brackets alone says nothing. */
const MIN_LETTERS = 3;

/** Lines that are part of a run of three or more which stands in the text before. White space does not count. Pure. */
export function countDuplicates(text: string): number {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => (line.match(/\w/g) ?? []).length >= MIN_LETTERS);
  const seen = new Map<string, number>();
  const repeated = new Set<number>();
  for (let at = 0; at + WINDOW <= lines.length; at += 1) {
    const window = lines.slice(at, at + WINDOW).join("\n");
    const first = seen.get(window);
    if (first === undefined) seen.set(window, at);
    // A run of equal lines overlaps with itself.
    else if (at - first >= WINDOW) for (let line = at; line < at + WINDOW; line += 1) repeated.add(line);
  }
  return repeated.size;
}
