import { NightshiftError } from "../../domain/errors.ts";
import { findRefNameFault } from "../find-ref-name-fault.ts";

/** What may be written. */
export type GitHubGuard = {
  /** Branches and tags beneath it are Nightshift's. */
  readonly prefix: string;
  /** The default branch: never written as a ref, whatever it is called. Name without `refs/heads/`. */
  readonly sacred: string;
  /** Whether a merge may be asked for: a person's, by `/approve`, where config allows it. Default: no. */
  readonly mayMerge?: boolean;
};

/**
 * The one guard before every ref write, ahead of any request. Throws `REF_OUTSIDE_PREFIX`: the name is not beneath the
 * prefix, is sacred, or no guard was set, which allows nothing.
 */
export function guardGitHubRef(ref: string, guard: GitHubGuard | null): void {
  const reason = findFault(ref, guard);
  if (reason !== null) {
    throw new NightshiftError({
      code: "REF_OUTSIDE_PREFIX",
      message: `${JSON.stringify(ref)} may not be written: ${reason}.`,
      hint: "Nightshift writes branches and tags beneath its prefix alone; leave those to it.",
    });
  }
}

function findFault(ref: string, guard: GitHubGuard | null): string | null {
  if (guard === null) return "this connection may only read";
  // Names of refs differ by case on GitHub, but not on every disk that a clone lies on.
  if (ref.toLowerCase() === `refs/heads/${guard.sacred}`.toLowerCase()) return "it is the sacred branch";
  return findRefNameFault(ref, guard.prefix);
}
