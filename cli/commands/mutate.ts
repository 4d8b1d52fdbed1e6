import { type Command, InvalidArgumentError } from "commander";
import { parseLimit } from "../parse-limit.ts";
import { runAction } from "../run-action.ts";

/** Mutants that are tried where nobody says how many. */
const DEFAULT_MAX = 400;

/** Options of `mutate`; absent where the person gave none. */
export type MutateOptions = {
  readonly files?: string;
  readonly gate?: string;
  readonly max: number;
  readonly seed?: number;
};

/** Adds `nightshift mutate` to the program. */
export function defineMutate(program: Command): void {
  program
    .command("mutate")
    .description(
      "plant faults in the code of the checked out commit and show which of them the tests do not see; exits with 0 " +
        "when it was measured, whatever the score, 1 when it could not be, 2 for wrong use",
    )
    .option("--files <glob>", "only code that matches (default: what may be edited, in focus)")
    .option("--gate <name>", "the gate of tests (default: the first)")
    .option("--max <n>", "try at most so many faults, chosen by the seed", parseLimit, DEFAULT_MAX)
    .option("--seed <n>", "chooses among the faults; the same seed, the same faults (default: 1)", parseSeed)
    .action((_options: unknown, command: Command) =>
      runAction<MutateOptions>(command, async (input) =>
        (await import("../actions/mutate.ts")).mutateAction(input),
      ),
    );
}

function parseSeed(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isSafeInteger(value))
    throw new InvalidArgumentError("It must be a whole number.");
  return value;
}
