import { type NightshiftError, usageError } from "../../domain/errors.ts";

/** What makes a policy unusable, and where it stands. */
export type PolicyProblem = { readonly path: string; readonly line: number; readonly message: string };

/** The error for policies that cannot be used: code POLICY_INVALID, each problem on a line of its own. */
export function policyInvalid(problems: readonly PolicyProblem[]): NightshiftError {
  return usageError({
    code: "POLICY_INVALID",
    message: problems.map(({ path, line, message }) => `${path}:${line}: ${message}`).join("\n"),
    hint: "Correct what is listed; docs/policy.md says what a project's policies may say.",
  });
}
