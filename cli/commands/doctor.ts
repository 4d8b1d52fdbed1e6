import type { Command } from "commander";
import { runAction } from "../run-action.ts";

/** Options of `nightshift doctor`. */
export type DoctorOptions = {
  /** `owner/name`; true: the one of the remote `origin`. */
  readonly github?: string | boolean;
};

/** Adds `nightshift doctor` to the program. */
export function defineDoctor(program: Command): void {
  program
    .command("doctor")
    .description("check that this machine and this repository are ready for a campaign")
    .option(
      "--github [repository]",
      "look at the repository on GitHub too; owner/name where it is not the remote's, token in GH_TOKEN",
    )
    .action((_options: unknown, command: Command) =>
      runAction<DoctorOptions>(command, async (input) =>
        (await import("../actions/doctor.ts")).doctorAction(input),
      ),
    );
}
