import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Adds `nightshift clean` to the program. */
export function defineClean(program: Command): void {
  program
    .command("clean")
    .description("remove every ref and file that Nightshift made in this repository")
    .option("--yes", "do not ask")
    .action((_options: unknown, command: Command) =>
      runAction<{ readonly yes?: boolean }>(command, async (input) =>
        (await import("../actions/clean.ts")).cleanAction(input),
      ),
    );
}
