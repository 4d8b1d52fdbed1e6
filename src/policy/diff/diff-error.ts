import { type NightshiftError, usageError } from "../../domain/errors.ts";

/** The error for a diff that cannot be judged: code DIFF_UNREADABLE or DIFF_DOES_NOT_APPLY, with the line of the diff. */
export function diffError(
  code: "DIFF_UNREADABLE" | "DIFF_DOES_NOT_APPLY",
  { line, reason }: { readonly line: number; readonly reason: string },
): NightshiftError {
  return usageError({
    code,
    message: `Line ${line} of the diff: ${reason}.`,
    hint:
      code === "DIFF_UNREADABLE"
        ? "Give one unified diff of two trees, as `git diff --binary A B` prints it."
        : "Make the diff against the commit that it is judged on, or name that commit with --base.",
  });
}
