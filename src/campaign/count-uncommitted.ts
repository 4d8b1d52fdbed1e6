import { describeError } from "../domain/errors.ts";
import type { Git } from "../ports.ts";

/** How much of the work tree a campaign does not see. */
export type Uncommitted =
  | { readonly status: "counted"; readonly count: number }
  | { readonly status: "unknown"; readonly reason: string };

/**
 * Counts the uncommitted paths of the work tree. The user's own git settings are at work there, and one that fails (a
 * filter whose program is not installed) makes the number unknown; it stops no campaign, since none reads the work tree.
 */
export async function countUncommitted({
  git,
}: {
  readonly git: Pick<Git, "uncommittedPaths">;
}): Promise<Uncommitted> {
  try {
    return { status: "counted", count: (await git.uncommittedPaths()).length };
  } catch (error) {
    return { status: "unknown", reason: describeError(error) };
  }
}

/** What a person should know about it and do; null when all is committed. Pure. */
export function warnOfUncommitted(
  uncommitted: Uncommitted,
): { readonly message: string; readonly hint: string } | null {
  if (uncommitted.status === "unknown") {
    return {
      message: `Whether all is committed could not be told: ${uncommitted.reason}`,
      hint: "Only commits count, so the campaign goes on. `git status` shows what is wrong.",
    };
  }
  if (uncommitted.count === 0) return null;
  return {
    message: `${uncommitted.count} uncommitted paths are not seen by the campaign.`,
    hint: "Commit them to have them count.",
  };
}
