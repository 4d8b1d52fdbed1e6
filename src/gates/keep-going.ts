import { posix } from "node:path";
import type { Command, GateSpec } from "../domain/gate.ts";
import { type RunnerTraits, runnerTraits } from "./runner-traits.ts";

/** What a shell reads as more than plain words; such a command is not taken apart. */
const shellSyntax = /[;&|<>()`\n"'\\]/;

/**
 * The command with bail and fail-fast overridden as far as its runner has a flag for it: a run that stops at its
 * first failure would hide what else a candidate breaks. A command that starts the runner through something else,
 * such as `npm test`, stays as it is; the variables in `runnerTraits` may still reach it.
 */
export function keepGoing(command: Command, { runner }: Pick<GateSpec, "runner">): Command {
  if (runner === undefined) return command;
  const traits: RunnerTraits = runnerTraits[runner];
  if (typeof command !== "string") return overrideBail(command, traits);
  return shellSyntax.test(command) ? command : overrideBail(command.trim().split(/\s+/), traits).join(" ");
}

function overrideBail(
  words: readonly string[],
  { program, bail, keepGoing: flags }: RunnerTraits,
): readonly string[] {
  if (!words.some((word) => program.test(posix.basename(word)))) return words;
  const kept = bail === null ? words : words.filter((word, index) => !isBail(word, words[index - 1], bail));
  // What stands behind "--" belongs to the tests or to another program.
  const end = kept.includes("--") ? kept.indexOf("--") : kept.length;
  const missing = flags.filter((flag) => !kept.includes(flag));
  return [...kept.slice(0, end), ...missing, ...kept.slice(end)];
}

function isBail(word: string, previous: string | undefined, bail: RegExp): boolean {
  return (
    bail.test(word) ||
    (/^\d+$/.test(word) && previous !== undefined && /^-[^=]+$/.test(previous) && bail.test(previous))
  );
}
