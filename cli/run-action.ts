import type { Command } from "commander";
import { describeError, NightshiftError } from "../src/domain/errors.ts";
import type { CommonOptions } from "./common-options.ts";
import { createOutput, type Output } from "./output.ts";

/** What a command's body gets. */
export type ActionInput<Options> = { readonly options: CommonOptions & Options; readonly output: Output };

/**
 * The one place where a command's errors are caught: prints what happened and what to do, and sets the exit code,
 * 2 for wrong use or config and 1 for everything else. The body returns its own exit code, 0 when it returns none.
 */
export async function runAction<Options>(
  command: Command,
  body: (input: ActionInput<Options>) => Promise<number | undefined>,
): Promise<void> {
  const options = command.optsWithGlobals<CommonOptions & Options>();
  const output = createOutput(process, { isJson: options.json === true, logFormat: options.logFormat });
  try {
    process.exitCode = (await body({ options, output })) ?? 0;
  } catch (error) {
    const known = error instanceof NightshiftError ? error : unexpected(error);
    output.error(known);
    if (options.verbose === true && error instanceof Error) output.note(error.stack ?? "");
    process.exitCode = known.kind === "usage" ? 2 : 1;
  }
}

function unexpected(error: unknown): NightshiftError {
  return new NightshiftError({
    code: "UNEXPECTED",
    message: describeError(error),
    hint: "This is a defect in Nightshift. Run again with --verbose for the stack, and please report it.",
    cause: error,
  });
}
