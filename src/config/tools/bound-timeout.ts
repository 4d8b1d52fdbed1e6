import { plainWord } from "../shell/plain-word.ts";
import type { OptionWords } from "../shell/split-options.ts";

/**
 * A runner's options where its time-out for a test is switched off, by 0 or by one of the names in `off`, and is now what
 * one test file may take: a test that hangs then fails, and the gate goes on. Any other time-out stays.
 */
export function boundTimeout(
  options: readonly OptionWords[],
  { on, off = [] }: { readonly on: readonly [string, ...string[]]; readonly off?: readonly string[] },
): readonly OptionWords[] {
  return options.map((option) => {
    const { name, words } = option;
    const value = words[1]?.text ?? words[0]?.text.split("=", 2)[1];
    const isOff = off.includes(name) || (on.includes(name) && value === "0");
    return isOff ? { name: on[0], words: [plainWord(`${on[0]}={fileLimitMs}`)] } : option;
  });
}
