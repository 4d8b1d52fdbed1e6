import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Adds `nightshift init` to the program. */
export function defineInit(program: Command): void {
  program
    .command("init")
    .description("write a starter config, .github/nightshift.yml, from what is detected")
    .option("--force", "replace a config file that is there")
    .action((_options: unknown, command: Command) =>
      runAction<{ readonly force?: boolean }>(command, async (input) =>
        (await import("../actions/init.ts")).initAction(input),
      ),
    );
}
