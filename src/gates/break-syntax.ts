import { posix } from "node:path";

/** Closing brackets that nothing has opened: no parser of a bracketed language gets past them. */
const unbalanced = ")]}";
const scriptTag = /<script\b[^>]*>/i;
const phpTag = /<\?(?:php|=)?/i;

/** Text in which anything goes, and stylesheets, whose parsers skip what they do not understand. */
const unbreakable = new Set([
  ".md",
  ".txt",
  ".html",
  ".htm",
  ".css",
  ".csv",
  ".tsv",
  ".svg",
  ".xml",
  ".rst",
  ".log",
  "",
]);
/** Formats with code in a tag: what stands outside of it is text. */
const tagged: Readonly<Record<string, RegExp>> = {
  ".vue": scriptTag,
  ".svelte": scriptTag,
  ".astro": /^---$/m,
  ".php": phpTag,
};
/** YAML may begin a plain value with `)`, but never with these. */
const special: Readonly<Record<string, string>> = { ".yml": "]}\n", ".yaml": "]}\n" };

/**
 * A source text whose syntax is broken so that every parser of its language rejects it, or null where the language of
 * the file knows no such thing. The breakage stands at the very start of the code, where no comment, string or
 * template can hold it.
 */
export function breakSyntax(path: string, source: string): string | null {
  const extension = posix.extname(path).toLowerCase();
  if (unbreakable.has(extension)) return null;
  const tag = tagged[extension];
  if (tag === undefined) return `${special[extension] ?? `${unbalanced}\n`}${source}`;
  const match = tag.exec(source);
  if (match === null) return null;
  const start = match.index + match[0].length;
  return `${source.slice(0, start)}\n${unbalanced}\n${source.slice(start)}`;
}
