import type { Command } from "../domain/gate.ts";

const shellComplaint =
  /(?:^|\n)[^\n]*?: (?:\d+: )?(?:line \d+: )?(?<program>[^\s:]+): (?:command )?not found/;
const assignment = /^[A-Za-z_]\w*=/;

/** The program that a command starts, in quotes, for messages; what the shell missed where it says so. */
export function describeProgram(command: Command, stderr = ""): string {
  if (typeof command !== "string") return `"${command[0] ?? ""}"`;
  const missed = shellComplaint.exec(stderr)?.groups?.program;
  const words = command.trim().split(/\s+/);
  return `"${missed ?? words.find((word) => !assignment.test(word)) ?? command}"`;
}
