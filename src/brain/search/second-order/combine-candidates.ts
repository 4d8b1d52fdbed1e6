import type { PlacedEdit, SearchCandidate } from "../search-candidate.ts";

/** Both changes as one candidate; null where they overlap or stand in the same place. Pure. */
export function combineCandidates(
  a: SearchCandidate,
  b: SearchCandidate,
  score: number,
): SearchCandidate | null {
  if (a.key === b.key || a.edits.some((one) => b.edits.some((other) => isClash(one, other)))) return null;
  const [first, second] = isBefore(a, b) ? [a, b] : [b, a];
  return {
    edits: [...first.edits, ...second.edits],
    origin: [first.origin, second.origin].toSorted().join("+"),
    summary: `${first.summary}, and ${second.summary}`,
    score,
    key: `${first.key}\n${second.key}`,
  };
}

/** Edits that share a character, or of which one inserts where the other begins or ends. */
function isClash(a: PlacedEdit, b: PlacedEdit): boolean {
  if (a.path !== b.path) return false;
  return a.edit.start <= b.edit.end && b.edit.start <= a.edit.end;
}

function isBefore(a: SearchCandidate, b: SearchCandidate): boolean {
  const [one] = a.edits;
  const [other] = b.edits;
  if (one.path !== other.path) return one.path < other.path;
  return one.edit.start < other.edit.start;
}
