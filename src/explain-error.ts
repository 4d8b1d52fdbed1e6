import { describeError, NightshiftError, usageError } from "./domain/errors.ts";

const systemFaults: Readonly<Record<string, { readonly code: string; readonly hint: string }>> = {
  ENOSPC: {
    code: "DISK_FULL",
    hint: "Free some space, or name a folder on another disk with --root.",
  },
  EDQUOT: { code: "DISK_FULL", hint: "Free some of the quota, or name another folder with --root." },
  EROFS: { code: "NOT_WRITABLE", hint: "Name a writable folder for Nightshift's files with --root." },
  EACCES: { code: "NOT_WRITABLE", hint: "Make it accessible, or name another folder with --root." },
};

/**
 * What was thrown, as something to tell a person: errors of Nightshift's as they are, the system's refusals with what
 * to do about them, and anything else as a defect. Pure.
 */
export function explainError(error: unknown): NightshiftError {
  if (error instanceof NightshiftError) return error;
  const number = error instanceof Error && "code" in error ? String(error.code) : "";
  const fault = systemFaults[number];
  if (fault !== undefined) return usageError({ ...fault, message: `${describeError(error)}.`, cause: error });
  return new NightshiftError({
    code: "UNEXPECTED",
    message: describeError(error),
    hint: "This is a defect in Nightshift. Run again with --verbose for the stack, and please report it.",
    cause: error,
  });
}
