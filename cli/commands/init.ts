import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Options of `init`; absent where the person gave none. */
export type InitOptions = { readonly app?: boolean; readonly force?: boolean };

/** Adds `nightshift init` to the program. */
export function defineInit(program: Command): void {
  program
    .command("init")
    .description(
      "write a starter config, .github/nightshift.yml, from what is detected, and a nightly workflow",
    )
    .option("--app", "write the workflows for the App, which verifies and publishes")
    .option("--force", "replace files that are there")
    .action((_options: unknown, command: Command) =>
      runAction<InitOptions>(command, async (input) =>
        (await import("../actions/init.ts")).initAction(input),
      ),
    );
}
