import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Adds `nightshift config` to the program. */
export function defineConfig(program: Command): void {
  const config = program.command("config").description("show or check the configuration");
  config
    .command("show")
    .description("print the effective configuration, with where each value came from")
    .action((_options: unknown, command: Command) =>
      runAction<object>(command, async (input) =>
        (await import("../actions/config.ts")).showConfigAction(input),
      ),
    );
  config
    .command("validate")
    .description("check the config file; exits with 2 and points at each mistake when it is not valid")
    .action((_options: unknown, command: Command) =>
      runAction<object>(command, async (input) =>
        (await import("../actions/config.ts")).validateConfigAction(input),
      ),
    );
}
