import { type Literal, weigh } from "./literal.ts";
import type { SpecialCase } from "./special-case.ts";
import type { TestUnit } from "./test-units.ts";

/** What is known of the file before the change. */
export type Known = {
  readonly literals: ReadonlySet<Literal>;
  /** What the file compared with values before: a new value beside others is one more of a kind. */
  readonly subjects: ReadonlySet<string>;
  /** Functions that the file had: one that became a constant lost what it did. */
  readonly functions: ReadonlySet<string>;
};

/**
 * Whether a special case pairs what one test pairs: "copied" where that is no accident, "similar" where an honest
 * program may well name the same words, "alike" where only several such cases together tell, null otherwise. Pure.
 */
export function judgeSpecialCase(
  { asked, answered, form, subject, isThrown }: SpecialCase,
  units: readonly TestUnit[],
  known: Known,
): "copied" | "similar" | "alike" | null {
  const isNew = (value: Literal) => !known.literals.has(value);
  let best: "similar" | "alike" | null = null;
  for (const unit of units) {
    const answers = answered.filter((value) => unit.has(value));
    if (form === "constant") {
      const isWhole = answers.length === answered.length && answers.length > 0;
      const weight = Math.max(0, ...answers.filter(isNew).map(weigh));
      if (
        isWhole &&
        (weight === 2 || (weight === 1 && (subject === "catch" || known.functions.has(subject))))
      )
        return "copied";
      continue;
    }
    const questions = asked.filter((value) => unit.has(value));
    const heaviest = Math.max(0, ...questions.filter(isNew).map(weigh));
    if (questions.length === 0) continue;
    // A phrase or a date out of a test, compared in a source, with any plain answer.
    if (heaviest === 2 && (answers.length > 0 || isThrown || answered.every((value) => weigh(value) === 0)))
      return "copied";
    const isPaired = answers.some((value) => weigh(value) > 0 && isNew(value) && !questions.includes(value));
    const isExtension =
      subject !== "" && known.subjects.has(subject) && questions.every((value) => typeof value === "string");
    if (heaviest === 1 && isPaired) {
      if (!isExtension) return "copied";
      best = "similar";
    }
    const isPinned = new Set(questions).size >= 2 && questions.every((value) => typeof value === "number");
    if (
      isPinned &&
      questions.some(isNew) &&
      answers.some((value) => typeof value === "number" && Math.abs(value) > 1)
    )
      return "copied";
    const isWholeAnswer = answered.length > 0 && answers.length === answered.length;
    if (heaviest === 1 && isWholeAnswer && questions.every((value) => typeof value === "number"))
      best ??= "alike";
    if (heaviest === 2) best = "similar";
  }
  return best;
}
