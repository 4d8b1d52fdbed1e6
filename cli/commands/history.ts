import type { Command } from "commander";
import { parseLimit } from "../parse-limit.ts";
import { runAction } from "../run-action.ts";

/** Adds `nightshift history` to the program. */
export function defineHistory(program: Command): void {
  program
    .command("history")
    .description("list past campaigns and their promotions")
    .option("--limit <n>", "how many campaigns", parseLimit, 20)
    .action((_options: unknown, command: Command) =>
      runAction<{ readonly limit: number }>(command, async (input) =>
        (await import("../actions/history.ts")).historyAction(input),
      ),
    );
}
