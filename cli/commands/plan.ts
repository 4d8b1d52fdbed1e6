import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Adds `nightshift plan` to the program. */
export function definePlan(program: Command): void {
  program
    .command("plan")
    .description("show what a campaign would work on, and with which gates; writes nothing")
    .option("--no-measure", "do not run the gates: show settings and gates alone")
    .action((_options: unknown, command: Command) =>
      runAction<{ readonly measure: boolean }>(command, async (input) =>
        (await import("../actions/plan.ts")).planAction(input),
      ),
    );
}
