import type { ShellWord } from "./split-shell.ts";

/**
 * A word that the shell takes as it is. Placeholders (`{file}`) stay outside of quotes, since what fills them in
 * quotes the value.
 */
export function plainWord(text: string): ShellWord {
  const raw = text
    .split(/(\{[A-Za-z]+\})/)
    .map((part, index) => (index % 2 === 1 ? part : quote(part)))
    .join("");
  return { text, raw: raw === "" ? "''" : raw, isPlain: true };
}

function quote(text: string): string {
  return /^[\w@%+=:,./-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
