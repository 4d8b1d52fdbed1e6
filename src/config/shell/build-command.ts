import type { Command } from "../../domain/gate.ts";
import { plainWord } from "./plain-word.ts";
import type { ShellSegment, ShellWord } from "./split-shell.ts";

/** Words and the variables that are set for them, as a command and its environment. */
export type BuiltCommand = { readonly command: Command; readonly env: Readonly<Record<string, string>> };

/**
 * An argv where nothing needs a shell, else a string for `sh -c` that keeps what the shell has to expand. Plain
 * variables become environment; one that the shell expands stays in the string.
 */
export function buildCommand(
  words: readonly (ShellWord | string)[],
  assignments: ShellSegment["assignments"] = [],
): BuiltCommand {
  const all = words.map((word) => (typeof word === "string" ? plainWord(word) : word));
  const expanded = assignments.filter(({ value }) => !value.isPlain);
  const env = Object.fromEntries(
    assignments.filter(({ value }) => value.isPlain).map(({ name, value }) => [name, value.text]),
  );
  if (expanded.length === 0 && all.every(({ isPlain }) => isPlain)) {
    return { command: all.map(({ text }) => text), env };
  }
  const parts = [...expanded.map(({ name, value }) => `${name}=${value.raw}`), ...all.map(({ raw }) => raw)];
  return { command: parts.join(" "), env };
}
