import { type NightshiftError, usageError } from "../domain/errors.ts";
import type { ConfigProblem } from "./config-problem.ts";
import { formatProblem } from "./format-problem.ts";

/** The error for a config that cannot be used: code CONFIG_INVALID, every problem on a line of its own. */
export function configInvalid(problems: readonly ConfigProblem[]): NightshiftError {
  return usageError({
    code: "CONFIG_INVALID",
    message: problems.map(formatProblem).join("\n"),
    hint: "Correct what is listed; docs/configuration.md describes every key.",
  });
}
