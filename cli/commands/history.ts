import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Adds `nightshift history` to the program. */
export function defineHistory(program: Command): void {
  program
    .command("history")
    .description("list past campaigns and their promotions")
    .option("--limit <n>", "how many campaigns", "20")
    .action((_options: unknown, command: Command) =>
      runAction<{ readonly limit: string }>(command, async (input) =>
        (await import("../actions/history.ts")).historyAction(input),
      ),
    );
}
