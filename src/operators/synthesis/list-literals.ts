import type { OperatorContext } from "../operator.ts";

/** Literals that missing logic may compare with or give back, by what they are, the likeliest first. */
export type Literals = {
  readonly numbers: readonly string[];
  readonly strings: readonly string[];
  /** What the failing tests expect, of any kind. */
  readonly expected: readonly string[];
};

/** Literals of each kind that are tried. */
const MAX_LITERALS = 6;
/** Texts of the file that are longer are messages. */
const MAX_LENGTH = 12;
/** Values that stand for themselves; any other one of a test alone is an example, and to compare with it is to learn by heart. */
const plainNumbers = /^-?(?:0|1|2|10|12|24|60|100|1000|Infinity|NaN)$/;
const plainStrings = /^["'](?:[^\w\s]{0,2}|\s|\\n|\\t)["']$/;
const plainResults =
  /^(?:-?[01]|true|false|True|False|null|None|undefined|NaN|-?Infinity|\[\]|\{\}|\(\)|""|'')$/;

/**
 * What the failing tests hold and may be a rule rather than an example: signs, round numbers, empty values, and what the
 * file itself holds as well; then the file's own. Pure.
 */
export function listLiterals({ literals = [], names }: OperatorContext): Literals {
  const own = new Set([...names.numbers, ...names.strings]);
  const isOwn = (text: string) => own.has(text);
  const ofKind = (kind: "number" | "string", plain: RegExp) =>
    literals
      .filter(({ kind: found, text }) => found === kind && (plain.test(text) || isOwn(text)))
      .toSorted((a, b) => roles[a.role] - roles[b.role])
      .map(({ text }) => text);
  const strings = names.strings.filter(({ length }) => length <= MAX_LENGTH);
  return {
    numbers: firstOf([...ofKind("number", plainNumbers), ...names.numbers]),
    strings: firstOf([...ofKind("string", plainStrings), ...strings]),
    expected: firstOf(
      literals
        .filter(({ role, text }) => role === "expected" && (plainResults.test(text) || isOwn(text)))
        .map(({ text }) => text),
    ),
  };
}

/** Conditions look at what goes in. */
const roles = { input: 0, other: 1, expected: 2 } as const;

function firstOf(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].slice(0, MAX_LITERALS);
}
