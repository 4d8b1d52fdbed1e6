import type { Config } from "./config/schema.ts";
import { type NightshiftError, usageError } from "./domain/errors.ts";
import type { Issue } from "./domain/issue.ts";

/** The usage error `ISSUE_NEEDS_MODEL`, with what to do about it where the campaign was started: by flags, or as an action. */
export function issueNeedsModel(
  { title }: Issue,
  {
    brain,
    isResume,
    isAction,
  }: { readonly brain: Config["brain"]["kind"]; readonly isResume: boolean; readonly isAction: boolean },
): NightshiftError {
  const otherwise = isResume
    ? "start a new campaign to work on what the gates fail"
    : "leave --issue out to work on what the gates fail";
  const hint = isAction
    ? "Give the action the inputs `provider`, `model` and `api-key`; or take the label off the issue, and leave `issue` out, to work on what the gates fail."
    : `Name one with --provider and --model, or ${otherwise}.`;
  return usageError({
    code: "ISSUE_NEEDS_MODEL",
    message: `The issue "${title}" needs a model, to write a test that shows it; the brain \`${brain}\` has none here.`,
    hint,
  });
}
