import { NightshiftError } from "../domain/errors.ts";
import type { Git } from "../ports.ts";

/** Folder of the refs of all sandboxes: `refs/heads/<prefix>/sandbox/`. */
export function sandboxRefs(prefix: string): string {
  return `refs/heads/${prefix}/sandbox/`;
}

/**
 * Puts the branch of a sandbox on a commit, over what an earlier one of that name left. Throws `SANDBOX_NAME_TAKEN`
 * when someone else moves it at the same time.
 */
export async function putSandboxRef(
  { name, commit }: { readonly name: string; readonly commit: string },
  git: Pick<Git, "prefix" | "listRefs" | "updateRefs">,
): Promise<void> {
  const ref = sandboxRefs(git.prefix) + name;
  const first = await git.updateRefs([{ ref, to: commit, from: null }]);
  if (first.status === "updated") return;
  const second = await git.updateRefs([{ ref, to: commit, from: await readRef(ref, git) }]);
  if (second.status === "updated") return;
  throw new NightshiftError({
    code: "SANDBOX_NAME_TAKEN",
    message: `The branch of sandbox ${JSON.stringify(name)} cannot be made: ${second.reason}.`,
    hint: `Stop the other campaign on this repository, or delete ${ref}.`,
  });
}

/** Deletes the branch of a sandbox, wherever it is now; that it is gone already is no error. */
export async function deleteSandboxRef(
  { name, commit }: { readonly name: string; readonly commit: string },
  git: Pick<Git, "prefix" | "listRefs" | "updateRefs">,
): Promise<void> {
  const ref = sandboxRefs(git.prefix) + name;
  const asPut = await git.updateRefs([{ ref, to: null, from: commit }]);
  if (asPut.status === "updated") return;
  const from = await readRef(ref, git);
  if (from !== null) await git.updateRefs([{ ref, to: null, from }]);
}

async function readRef(ref: string, git: Pick<Git, "listRefs">): Promise<string | null> {
  const found = await git.listRefs(ref);
  return found.find((each) => each.ref === ref)?.commit ?? null;
}
