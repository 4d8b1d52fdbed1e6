import { findSacred } from "./campaign/find-sacred.ts";
import { usageError } from "./domain/errors.ts";
import type { ChangeSet } from "./policy/change-set.ts";
import { applyDiff } from "./policy/diff/apply-diff.ts";
import { compareTrees } from "./policy/diff/compare-trees.ts";
import { parseDiff } from "./policy/diff/parse-diff.ts";
import type { Git } from "./ports.ts";
import { readTrustedConfig, type TrustedConfigInput } from "./read-trusted-config.ts";
import { resolveRange, resolveRevision } from "./resolve-range.ts";

/** A change as a person names it. */
export type ChangeSource =
  | { readonly kind: "range"; readonly range: string }
  /** Bytes of a unified diff; without a base it is held against the sacred branch. */
  | { readonly kind: "diff"; readonly bytes: Buffer; readonly base: string | undefined };

/**
 * Reads a change together with the commit that it is judged on: the range's first side, or for a diff the named base
 * or the sacred branch. Throws the usage errors of ranges and diffs, and `BASE_UNKNOWN`.
 */
export async function readChange(
  { source, ...trusted }: Omit<TrustedConfigInput, "commit"> & { readonly source: ChangeSource },
  { git }: { readonly git: Git },
): Promise<{ readonly change: ChangeSet; readonly base: string; readonly head: string | null }> {
  if (source.kind === "range") {
    const { from, to } = await resolveRange(source.range, { git });
    return { change: await compareTrees({ from, to }, { git }), base: from, head: to };
  }
  const base =
    source.base === undefined
      ? await findSacredCommit(trusted, git)
      : await resolveRevision(source.base, { git });
  const change = await applyDiff(parseDiff(source.bytes.toString("latin1")), {
    files: await git.listFiles(base),
    readBytes: (path) => git.readFile(base, path),
  });
  return { change, base, head: null };
}

/** The default branch, or the one that its configuration names in its place. */
async function findSacredCommit(trusted: Omit<TrustedConfigInput, "commit">, git: Git): Promise<string> {
  const { headBranch } = await git.state();
  // A detached HEAD, as on a build server, does not matter where there is a usual branch.
  const usual = await findSacred({ configured: "", headBranch: headBranch ?? "main" }, { git }).catch(
    (error: unknown) => {
      throw usageError({
        code: "BASE_UNKNOWN",
        message: "There is no default branch with a commit to hold the diff against.",
        hint: "Name the commit that the diff was made on with --base.",
        cause: error,
      });
    },
  );
  const { config } = await readTrustedConfig({ ...trusted, commit: usual.commit }, { git });
  const { sacred } = config.branches;
  return sacred === ""
    ? usual.commit
    : (await findSacred({ configured: sacred, headBranch }, { git })).commit;
}
