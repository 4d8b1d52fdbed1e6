/** What a host of repositories acts on in plain text: mentions, numbers of issues, and words that skip checks. */
const mention = /(^|\W)@(?=[A-Za-z0-9])/g;
const number = /(#|\bGH-)(?=\d)/gi;
/** Of an issue or the like: "closes" in front of one closes it, too. */
const link = /\b(https?):\/\/(?=\S{1,200}?\/(?:issues|pull|discussions)\/\d)/gi;
const skip = /\[(?=(?:skip ci|ci skip|no ci|skip actions|actions skip)\])/gi;
/** A trailer is one only at the start of a line. */
const trailer = /^(?=(?:[A-Za-z][\w-]*-by|skip-checks|Nightshift-[\w-]+):)/gim;

/**
 * Text that a stranger had a part in, for commit messages: there nothing escapes Markdown, and GitHub notifies whom
 * `@name` names, closes what "Fixes #1" names, and runs no checks for `[skip ci]`. A space parts the signs, which stay
 * readable. Pure.
 */
export function neutralizeReferences(text: string): string {
  return text
    .replace(mention, "$1@ ")
    .replace(number, "$1 ")
    .replace(link, "$1: //")
    .replace(skip, "[ ")
    .replace(trailer, " ");
}
