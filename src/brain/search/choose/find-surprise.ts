import type { TestLiteral } from "../../../operators/clues.ts";
import type { TextEdit } from "../../../operators/text-edit.ts";
import type { TriedCandidate } from "../run/try-candidates.ts";

/** Removing code, or putting a constant where a condition was, often silences a test instead of mending what it shows. */
const DELETION = 3;
const CONSTANT_CONDITION = 3;
/** Code that is kept as it is, behind a condition: often what fails is only left out. */
const GUARD = 1.5;
/** A value of the test in the program: the answer was written down instead of worked out. */
const ANSWER = 10;
/** Each further place that is changed. */
const PLACE = 1.5;
/** A replaced text of this length or more counts as a bigger change. */
const LONG = 60;
const LENGTH = 1.5;

/** How surprising it would be for a person to have meant this: 1 for a small change, more for what only suits tests. Pure. */
export function findSurprise(
  { candidate: { edits, origin }, originals }: Pick<TriedCandidate, "candidate" | "originals">,
  literals: readonly TestLiteral[] = [],
): number {
  const isDeleting = edits.some(({ edit }) => edit.replacement.trim() === "" && edit.end > edit.start);
  const isConstant =
    /condition/.test(origin) &&
    edits.some(({ edit }) => /^\(?(?:true|false|True|False)\)?$/.test(edit.replacement));
  const isLong = edits.some(({ edit }) => edit.replacement.length >= LONG);
  const answers = literals.filter(isTelling).map(({ text }) => text);
  const isAnswer = answers.some(
    (text) =>
      edits.some(({ edit }) => edit.replacement.includes(text)) &&
      !originals.some(({ content }) => content.includes(text)),
  );
  return (
    (isDeleting ? DELETION : 1) *
    (isConstant ? CONSTANT_CONDITION : 1) *
    (isAnswer ? ANSWER : 1) *
    (edits.some(({ edit }) => isGuard(edit, originals)) ? GUARD : 1) *
    (isLong ? LENGTH : 1) *
    PLACE ** (edits.length - 1)
  );
}

function isGuard(
  { start, end, replacement }: TextEdit,
  originals: readonly { readonly content: string }[],
): boolean {
  if (!/^if\b/.test(replacement.trim())) return false;
  return originals.some(({ content }) => start < end && replacement.includes(content.slice(start, end)));
}

/** Small numbers and characters are in any program; what is longer comes from the test. */
function isTelling({ kind, text }: TestLiteral): boolean {
  if (kind === "string") return text.length >= 5;
  if (kind === "number") return text.replace(/\D/g, "").length >= 3;
  return (kind === "list" || kind === "object") && text.length > 2;
}
