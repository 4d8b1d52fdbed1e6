import { describeError, type NightshiftError, usageError } from "../domain/errors.ts";

const faults: Readonly<Record<string, { readonly code: string; readonly hint: string }>> = {
  ENOENT: { code: "JOURNAL_MISSING", hint: "Check the path; `nightshift history` lists the campaigns." },
  ENOSPC: { code: "JOURNAL_DISK_FULL", hint: "Free some space, then go on with `nightshift run --resume`." },
  EDQUOT: { code: "JOURNAL_DISK_FULL", hint: "Free some of the quota, then go on with --resume." },
  EFBIG: { code: "JOURNAL_DISK_FULL", hint: "Raise the limit on file sizes (ulimit -f)." },
  EROFS: {
    code: "JOURNAL_READ_ONLY",
    hint: "Name a writable folder for Nightshift's files with --root.",
  },
  EACCES: {
    code: "JOURNAL_READ_ONLY",
    hint: "Make it writable, or name another folder for Nightshift's files with --root.",
  },
  EPERM: {
    code: "JOURNAL_READ_ONLY",
    hint: "Make it writable, or name another folder for Nightshift's files with --root.",
  },
};

/** What the system's refusal means for a journal, and what to do. Usage errors: a person has to make room. Pure. */
export function explainJournalFault(cause: unknown, path: string, what: "read" | "write"): NightshiftError {
  const number = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const known = faults[number];
  return usageError({
    code: known?.code ?? (what === "read" ? "JOURNAL_UNREADABLE" : "JOURNAL_UNWRITABLE"),
    message: `The journal ${path} cannot be ${what === "read" ? "read" : "written"}: ${describeError(cause)}.`,
    hint: known?.hint ?? "Check the disk and the permissions of the folder.",
    cause,
  });
}
