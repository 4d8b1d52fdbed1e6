import { stripVTControlCharacters } from "node:util";

/** Controls but tab and line feed; what makes text read in another order, or not be seen. Emoji keep their joiners. */
const unseen = /[^\P{Cc}\t\n]|(?![\u200c\u200d])\p{Cf}|[\u2028\u2029]|[\u{e0100}-\u{e01ef}]/gu;
/** What chat templates of models put between messages: as text it must not become one. */
const templateMarks = /<(?=[|｜][\w▁-]{1,40}[|｜]>|(?:start|end)_of_turn>)|\[(?=\/?INST\])/g;

/**
 * Text of a stranger as it may stand before a model: without terminal escapes, control characters, bidirectional and
 * invisible marks (https://trojansource.codes), and with marks of chat templates broken by a space. Line ends are LF. Pure.
 */
export function cleanText(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r\n?/g, "\n")
    .replace(unseen, "")
    .replace(templateMarks, (mark) => `${mark} `)
    .toWellFormed();
}
