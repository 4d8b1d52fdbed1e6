import { replaceLookalikes } from "./replace-lookalikes.ts";

/**
 * A key that is the same for names that some file system, or a reader's eye, takes for one: case, Unicode's compatible
 * and composed forms, letters that look alike, trailing dots and blanks. Pure.
 */
export function foldName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it means ASCII.
  const isPlain = /^[\x00-\x7f]*$/.test(name);
  // Upper case first: it unites sharp s with ss, the long s with s and ligatures with their letters.
  const folded = isPlain
    ? name.toLowerCase()
    : replaceLookalikes(name.normalize("NFKC")).toUpperCase().toLowerCase().normalize("NFC");
  return folded.replace(/\p{Default_Ignorable_Code_Point}/gu, "").replace(/[ .]+(?=\/|$)/g, "");
}
