import { usageError } from "./domain/errors.ts";
import type { Git } from "./ports.ts";

/**
 * The commits of a range `A..B`. Throws the usage errors `BAD_RANGE` for anything of another form, and
 * `REVISION_NOT_FOUND` where a side names no commit.
 */
export async function resolveRange(
  range: string,
  { git }: { readonly git: Pick<Git, "resolveCommit"> },
): Promise<{ readonly from: string; readonly to: string }> {
  const [from = "", to = "", ...more] = range.split("..");
  if (from === "" || to === "" || to.startsWith(".") || more.length > 0) {
    throw usageError({
      code: "BAD_RANGE",
      message: `${JSON.stringify(range)} is not a range of two commits.`,
      hint: "Write it as A..B. What a branch adds since it left main is $(git merge-base main HEAD)..HEAD.",
    });
  }
  return { from: await resolveRevision(from, { git }), to: await resolveRevision(to, { git }) };
}

/** The commit that a person's revision names. Throws the usage error `REVISION_NOT_FOUND`. */
export async function resolveRevision(
  revision: string,
  { git }: { readonly git: Pick<Git, "resolveCommit"> },
): Promise<string> {
  // Whatever git cannot take for a revision names no commit either.
  const commit = await git.resolveCommit(revision).catch(() => null);
  if (commit !== null) return commit;
  throw usageError({
    code: "REVISION_NOT_FOUND",
    message: `${JSON.stringify(revision)} names no commit in this repository.`,
    hint: "Name a branch, a tag or a commit; a shallow clone may lack it, so fetch with fetch-depth: 0.",
  });
}
