import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Adds `nightshift status` to the program. */
export function defineStatus(program: Command): void {
  program
    .command("status")
    .description("show how the current or the last campaign stands")
    .action((_options: unknown, command: Command) =>
      runAction<object>(command, async (input) => (await import("../actions/status.ts")).statusAction(input)),
    );
}
