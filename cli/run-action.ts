import type { Command } from "commander";
import { listSecrets } from "../src/adapters/list-secrets.ts";
import { createRedactor } from "../src/adapters/redact.ts";
import { explainError } from "../src/explain-error.ts";
import { applyVariables, type GivenOptions } from "./apply-variables.ts";
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
  const given = command.optsWithGlobals<GivenOptions & Options>();
  const isJson = given.json === true;
  const redact = createRedactor(listSecrets(process.env));
  // Results are made of redacted events; what goes wrong may name anything.
  const streams = {
    stdout: process.stdout,
    stderr: { write: (text: string) => process.stderr.write(redact(text)) },
  };
  let output = createOutput(streams, { isJson, logFormat: given.logFormat ?? "text" });
  try {
    const { options, notices } = applyVariables(given, process.env);
    output = createOutput(streams, { isJson, logFormat: options.logFormat });
    for (const notice of notices) output.warn(notice, "");
    process.exitCode = (await body({ options, output })) ?? 0;
  } catch (error) {
    const known = explainError(error);
    output.error(known);
    if (given.verbose === true && error instanceof Error) output.note(error.stack ?? "");
    process.exitCode = known.kind === "usage" ? 2 : 1;
  }
}
