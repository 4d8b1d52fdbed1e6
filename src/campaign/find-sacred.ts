import { usageError } from "../domain/errors.ts";
import type { Git, RepositoryState } from "../ports.ts";

/** The branch that only people write, and its commit as it was read. */
export type Sacred = { readonly branch: string; readonly commit: string };

const usualNames = ["main", "master"];

/**
 * The configured branch; without one the remote's default branch (`origin/HEAD`) if a local branch of that name exists,
 * else `main` or `master`, else the current branch. Never a branch beneath the prefix.
 *
 * Throws usage errors: `SACRED_MISSING`, `SACRED_BENEATH_PREFIX`, `DETACHED_HEAD`.
 */
export async function findSacred(
  { configured, headBranch }: { readonly configured: string } & Pick<RepositoryState, "headBranch">,
  { git }: { readonly git: Pick<Git, "listRefs" | "prefix"> },
): Promise<Sacred> {
  const commits = await listBranches(git);
  if (configured !== "") {
    return findConfigured(configured, commits, git.prefix);
  }
  if (headBranch === null) {
    throw usageError({
      code: "DETACHED_HEAD",
      message: "HEAD is detached, so the branch to start from is not known.",
      hint: "Check out a branch, or name the branch in `branches.sacred`.",
    });
  }
  const candidates = [await findRemoteDefault(git), ...usualNames, headBranch];
  for (const branch of candidates) {
    const commit = branch === null || isBeneath(branch, git.prefix) ? undefined : commits.get(branch);
    if (branch !== null && commit !== undefined) {
      return { branch, commit };
    }
  }
  throw usageError({
    code: "SACRED_BENEATH_PREFIX",
    message: `The current branch is ${headBranch}, which is Nightshift's own, and there is no other default branch.`,
    hint: "Check out a branch of yours, or name one in `branches.sacred`.",
  });
}

function findConfigured(branch: string, commits: ReadonlyMap<string, string>, prefix: string): Sacred {
  if (isBeneath(branch, prefix)) {
    throw usageError({
      code: "SACRED_BENEATH_PREFIX",
      message: `branches.sacred is ${branch}, which is beneath Nightshift's own prefix ${prefix}/.`,
      hint: "Name a branch of yours in `branches.sacred`, or choose another `branches.prefix`.",
    });
  }
  const commit = commits.get(branch);
  if (commit === undefined) {
    const known = [...commits.keys()].filter((name) => !isBeneath(name, prefix)).slice(0, 10);
    throw usageError({
      code: "SACRED_MISSING",
      message: `branches.sacred is ${branch}, and there is no such local branch.`,
      hint: `Create it, or name one that exists: ${known.join(", ") || "there is none yet"}.`,
    });
  }
  return { branch, commit };
}

/** Local branches by short name. */
async function listBranches(git: Pick<Git, "listRefs">): Promise<ReadonlyMap<string, string>> {
  const refs = await git.listRefs("refs/heads/");
  return new Map(refs.map(({ ref, commit }) => [ref.slice("refs/heads/".length), commit]));
}

async function findRemoteDefault(git: Pick<Git, "listRefs">): Promise<string | null> {
  const [head] = await git.listRefs("refs/remotes/origin/HEAD");
  const origin = "refs/remotes/origin/";
  return head?.target?.startsWith(origin) === true ? head.target.slice(origin.length) : null;
}

function isBeneath(branch: string, prefix: string): boolean {
  return branch.toLowerCase().startsWith(`${prefix.toLowerCase()}/`);
}
