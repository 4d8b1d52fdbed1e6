import type { Command } from "../domain/gate.ts";
import { quoteForShell } from "./quote-for-shell.ts";

/** Values for the placeholders of a command: `{file}`, `{name}`, `{namePattern}`, `{report}`, `{support}`. */
export type Placeholders = Readonly<Record<string, string | undefined>>;

/** `${file}` is a variable of the shell. */
const placeholder = /(?<!\$)\{([a-zA-Z]+)\}/g;

/**
 * The command with its placeholders filled in. In an argv the values stand as they are; in a string they are quoted
 * for the shell, within quotes of the string's own too. Braces that name no value stay, since shells use them.
 */
export function fillCommand(command: Command, values: Placeholders): Command {
  if (typeof command !== "string") return command.map((word) => fillText(word, values));
  return command.replace(placeholder, (whole, name: string, offset: number) => {
    const value = values[name];
    return value === undefined ? whole : quoteForShell(value, command.slice(0, offset));
  });
}

/** A text that no shell reads, such as the value of a variable, filled in. */
export function fillText(text: string, values: Placeholders): string {
  return text.replace(placeholder, (whole, name: string) => values[name] ?? whole);
}

/** Whether a command has a certain placeholder. */
export function hasPlaceholder(command: Command, name: string): boolean {
  return (typeof command === "string" ? [command] : command).some((word) =>
    [...word.matchAll(placeholder)].some((match) => match[1] === name),
  );
}
