import type { TextPlace } from "./list-text-places.ts";
import type { Literal } from "./literal.ts";

/**
 * The places where a source spells out phrases that tests hand in, or parts of them: two such phrases, or one together
 * with the text that its test expects. Otherwise none: one phrase may well be what the program is about. Pure.
 */
export function findSpelledInputs<T extends TextPlace>(
  places: readonly T[],
  inputs: ReadonlySet<string>,
  units: readonly ReadonlySet<Literal>[],
  spelled: ReadonlySet<string>,
): readonly T[] {
  const told = places.flatMap((place) => {
    const back = [...place.text].reverse().join("");
    const known = [...inputs].filter((input) =>
      [place.text, back].some((text) => text.includes(input) || input.includes(text)),
    );
    return known.length > 0 ? [{ place, known }] : [];
  });
  const copied = new Set(told.flatMap(({ known }) => known));
  const isPaired = units.some(
    (unit) =>
      [...copied].some((input) => unit.has(input)) &&
      [...unit].some((value) => typeof value === "string" && isAnswer(value, copied) && spelled.has(value)),
  );
  // One piece of text that several inputs have in common is one phrase, unless it lists them.
  const pieces = new Set(told.map(({ place }) => place.text)).size;
  const isList = told.some(
    ({ place, known }) => known.filter((input) => place.text.length > input.length).length >= 2,
  );
  const isSeveral = copied.size >= 2 && (pieces >= 2 || isList);
  return isSeveral || isPaired ? told.map(({ place }) => place) : [];
}

function isAnswer(value: string, copied: ReadonlySet<string>): boolean {
  const isPart = [...copied].some((input) => input.includes(value));
  return value.length >= 4 && !isPart;
}
