/** Who has to act: `usage` is wrong use or config (exit code 2), `failure` is everything else (exit code 1). */
export type ErrorKind = "usage" | "failure";

/** What an error carries beside its message. */
export type ErrorDetails = {
  /** Stable, upper snake case, for tests and scripts: `NOT_A_REPOSITORY`. */
  readonly code: string;
  /** What happened, with the value that caused it. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly hint: string;
  readonly kind?: ErrorKind;
  readonly cause?: unknown;
};

/** The one error class: thrown for misuse and the unexpected, caught at the cycle boundary and at the entry. */
export class NightshiftError extends Error {
  readonly code: string;
  readonly hint: string;
  readonly kind: ErrorKind;

  constructor({ code, message, hint, kind = "failure", cause }: ErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "NightshiftError";
    this.code = code;
    this.hint = hint;
    this.kind = kind;
  }
}

/** A wrong-use or config error: exit code 2, nothing written. */
export function usageError(details: Omit<ErrorDetails, "kind">): NightshiftError {
  return new NightshiftError({ ...details, kind: "usage" });
}

/** The message of anything that was thrown. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
