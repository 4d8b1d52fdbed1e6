import type { Command } from "../domain/gate.ts";

const inWord = /^-[^=]*=\{name(?:Pattern)?\}$/;
const inText = /\s-[^\s=]*=(["']?)\{name(?:Pattern)?\}\1(?=\s|$)/g;

/**
 * A command for one test, `--grep={namePattern} {file}`, as one for its whole file: options that hold nothing but the
 * name are left out. Without a name they would mean no test to some runners, and every test to others.
 */
export function dropNameOption(command: Command): Command {
  return typeof command === "string"
    ? command.replaceAll(inText, "")
    : command.filter((word) => !inWord.test(word));
}
