import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Adds `nightshift doctor` to the program. */
export function defineDoctor(program: Command): void {
  program
    .command("doctor")
    .description("check that this machine and this repository are ready for a campaign")
    .action((_options: unknown, command: Command) =>
      runAction<object>(command, async (input) => (await import("../actions/doctor.ts")).doctorAction(input)),
    );
}
