import type { PolicyRule } from "../policy-rule.ts";
import { findNewLineFaults } from "./find-new-line-faults.ts";

/** Scripts whose spelling needs joiners (https://www.rfc-editor.org/rfc/rfc5892#appendix-A). */
const joining =
  "Arabic|Syriac|Nko|Mongolian|Devanagari|Bengali|Gurmukhi|Gujarati|Oriya|Tamil|Telugu|Kannada|Malayalam|Sinhala|Khmer|Myanmar|Thai|Lao|Tibetan";
const letter = joining
  .split("|")
  .map((script) => `\\p{Script=${script}}`)
  .join("");
/** Invisible characters that spelling and emoji need; what precedes them is seen. */
const needed = [
  /\p{RGI_Emoji}/gv,
  /(?<=[\p{Emoji}\p{S}])[\ufe0e\ufe0f]\u20e3?/gu,
  new RegExp(`(?<=[${letter}]\\p{M}*)[\\u200c\\u200d\\u180b-\\u180f]`, "gu"),
  /(?<=\p{Unified_Ideograph})[\u{e0100}-\u{e01ef}]/gu,
];

export const hiddenCharacters: PolicyRule = {
  id: "hidden-characters",
  group: "shape",
  title: "New lines with control, bidirectional or invisible characters",
  explanation:
    "What a reader sees has to be what runs: such characters make code look like a comment, two names like one, or " +
    "carry text that nobody sees (https://www.unicode.org/reports/tr55/, CVE-2021-42574). Write an escape instead. " +
    "A line that had them before and stays as it is, is no matter.",
  find: (change) =>
    findNewLineFaults(change, /[^\t\n\r\x20-\x7e]/, (line, _file, number) => findFault(line, number)),
};

function findFault(line: string, number: number): string | null {
  if (/^[\t\x20-\x7e]*$/.test(line)) return null;
  if (/\p{Bidi_Control}/u.test(line))
    return "holds a bidirectional control character, which hides what the code does";
  // Those that end lines are the rule hidden-lines's, and NUL is the rule text's.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const control = /[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/.exec(line);
  if (control !== null) return `holds the control character ${nameOf(control[0])}`;
  // A byte order mark is no content.
  const content = number === 1 ? line.replace(/^\ufeff/, "") : line;
  const rest = needed.reduce((left, pattern) => left.replace(pattern, ""), content);
  const hidden = /\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]|\p{Noncharacter_Code_Point}/u.exec(rest);
  const unseen = hidden ?? /[\u{f0000}-\u{10ffff}]/u.exec(rest);
  return unseen === null ? null : `holds ${nameOf(unseen[0])}, which nobody sees`;
}

function nameOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
