import type { ShellWord } from "./split-shell.ts";

/** An option with the words that belong to it: `--config vitest.config.ts`, `--bail=1`, `-w`. */
export type OptionWords = { readonly name: string; readonly words: readonly ShellWord[] };

/**
 * Arguments as options and positionals. Only the options named in `valued` take the word after them; `--name=value`
 * needs no naming. What follows `--` is positional.
 */
export function splitOptions(
  args: readonly ShellWord[],
  valued: readonly string[],
): { readonly options: readonly OptionWords[]; readonly positionals: readonly ShellWord[] } {
  const options: OptionWords[] = [];
  const positionals: ShellWord[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index];
    if (word === undefined) break;
    if (word.text === "--") {
      positionals.push(...args.slice(index + 1));
      break;
    }
    if (!word.text.startsWith("-") || word.text === "-") {
      positionals.push(word);
      continue;
    }
    const name = word.text.split("=", 1)[0] ?? word.text;
    const value = args[index + 1];
    if (name === word.text && valued.includes(name) && value !== undefined) {
      options.push({ name, words: [word, value] });
      index += 1;
    } else options.push({ name, words: [word] });
  }
  return { options, positionals };
}

/** The words of the options that are not named in `dropped`; a name that ends in `*` drops all that begin so. */
export function keepOptions(
  options: readonly OptionWords[],
  dropped: readonly string[],
): readonly ShellWord[] {
  const isDropped = (name: string) =>
    dropped.some((entry) => (entry.endsWith("*") ? name.startsWith(entry.slice(0, -1)) : name === entry));
  return options.filter(({ name }) => !isDropped(name)).flatMap(({ words }) => words);
}
