import { neutralizeReferences } from "./neutralize-references.ts";

/**
 * What no reader sees and some obey: control characters, directions, joiners, tags, private use; unpaired surrogates
 * are made well-formed before.
 */
const unseen = /[^\P{C}\n\t]|[\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/**
 * Text of a repository or a model for a place on GitHub: one line or several, in which nothing is a mention, closes an
 * issue, ends a hidden comment or shows as something else. It is not Markdown's matter yet: put it into code. Pure.
 */
export function neutralizeText(text: string): string {
  const seen = text.toWellFormed().replace(/\r\n?/g, "\n").replace(unseen, "\ufffd");
  return neutralizeReferences(seen).replaceAll("<!--", "<! --").replaceAll("-->", "-- >");
}
