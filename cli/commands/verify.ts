import { type Command, InvalidArgumentError } from "commander";
import { runAction } from "../run-action.ts";

/** Options of `verify`; absent where the person gave none. */
export type VerifyOptions = {
  readonly bundle: string;
  readonly base?: string;
  readonly repository?: string;
  readonly maxMinutes?: number;
  readonly output?: string;
};

/** Adds `nightshift verify` to the program. */
export function defineVerify(program: Command): void {
  program
    .command("verify")
    .description(
      "run the gates again on what a bundle holds, isolated and without secrets, by the base's configuration; exits " +
        "with 0 when there is a verdict, 1 when the bundle is refused",
    )
    .requiredOption("--bundle <place>", "the bundle: a folder, or a zip of it")
    .option("--base <commit>", "the commit that it has to start from (default: what is checked out)")
    .option("--repository <owner/name>", "the repository that it has to be of (default: as it says)")
    .option("--max-minutes <n>", "drop promotions that have not begun after so many minutes", parseMinutes)
    .option("--output <file>", "write the verdict to this file too")
    .action((_options: unknown, command: Command) =>
      runAction<VerifyOptions>(command, async (input) =>
        (await import("../actions/verify.ts")).verifyAction(input),
      ),
    );
}

function parseMinutes(text: string): number {
  const minutes = Number(text);
  if (text.trim() === "" || !Number.isFinite(minutes) || minutes <= 0)
    throw new InvalidArgumentError("It has to be a number above 0.");
  return minutes;
}
