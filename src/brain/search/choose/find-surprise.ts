import type { SearchCandidate } from "../search-candidate.ts";

/** Removing code, or putting a constant where a condition was, often silences a test instead of mending what it shows. */
const DELETION = 3;
const CONSTANT_CONDITION = 3;
/** Each further place that is changed. */
const PLACE = 1.5;
/** A replaced text of this length or more counts as a bigger change. */
const LONG = 60;
const LENGTH = 1.5;

/** How surprising it would be for a person to have meant this: 1 for a small change, more for what only suits tests. Pure. */
export function findSurprise({ edits, origin }: Pick<SearchCandidate, "edits" | "origin">): number {
  const isDeleting = edits.some(({ edit }) => edit.replacement.trim() === "" && edit.end > edit.start);
  const isConstant =
    /condition/.test(origin) &&
    edits.some(({ edit }) => /^\(?(?:true|false|True|False)\)?$/.test(edit.replacement));
  const isLong = edits.some(({ edit }) => edit.replacement.length >= LONG);
  return (
    (isDeleting ? DELETION : 1) *
    (isConstant ? CONSTANT_CONDITION : 1) *
    (isLong ? LENGTH : 1) *
    PLACE ** (edits.length - 1)
  );
}
