import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Adds `nightshift report` to the program. */
export function defineReport(program: Command): void {
  program
    .command("report")
    .description("print the report of a campaign")
    .argument("[campaign]", "its id (default: the newest)")
    .action((campaign: string | undefined, _options: unknown, command: Command) =>
      runAction<object>(command, async (input) =>
        (await import("../actions/report.ts")).reportAction(input, campaign),
      ),
    );
}
