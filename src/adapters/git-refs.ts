import { NightshiftError } from "../domain/errors.ts";
import type { Git, RefUpdate, RepositoryState } from "../ports.ts";
import type { GitCommand } from "./git-command.ts";
import { guardRefs } from "./guard-refs.ts";

type Place = Pick<RepositoryState, "commonDir" | "objectFormat"> & { readonly prefix: string };

/** Lists refs, and writes those beneath the prefix. `updateRefs` is the only ref write of the whole program. */
export function createGitRefs(command: GitCommand, place: Place): Pick<Git, "listRefs" | "updateRefs"> {
  async function listRefs(
    pattern: string,
  ): Promise<readonly { readonly ref: string; readonly commit: string; readonly target?: string }[]> {
    const format = "--format=%(refname)%00%(objectname)%00%(symref)";
    const output = await command.text(["for-each-ref", format, "--", pattern]);
    return output.split("\n").flatMap((line) => {
      const [ref = "", commit = "", target = ""] = line.split("\0");
      return ref === "" ? [] : [{ ref, commit, ...(target === "" ? {} : { target }) }];
    });
  }

  async function updateRefs(updates: readonly RefUpdate[]): ReturnType<Git["updateRefs"]> {
    if (updates.length === 0) {
      return { status: "updated" };
    }
    await guardRefs(
      updates.map((update) => update.ref),
      place,
      command,
    );
    const lines = updates.map((update) => renderUpdate(update, place.objectFormat));
    const stdin = ["start\0", ...lines, "prepare\0", "commit\0"].join("");
    // Without --no-deref a symbolic ref that appears after the guard would move what it points to.
    const args = ["update-ref", "-m", "nightshift", "--no-deref", "-z", "--stdin"];
    const answer = await command.attempt(args, { stdin });
    if (answer.exitCode === 0) {
      return { status: "updated" };
    }
    const reason = await findMove(updates);
    if (reason !== null) {
      return { status: "moved", reason };
    }
    throw new NightshiftError({
      code: "REF_UPDATE_FAILED",
      message: `git could not write ${updates.map((update) => update.ref).join(", ")}: ${answer.stderr.trim()}`,
      hint: "Check for a stale .lock file beneath .git/refs, a full disk, or a ref whose name is a folder of another.",
    });
  }

  /** The first ref that is not where the update expected it, in words. */
  async function findMove(updates: readonly RefUpdate[]): Promise<string | null> {
    for (const { ref, from } of updates) {
      const answer = await command.attempt(["rev-parse", "--verify", "--quiet", ref]);
      const now = answer.exitCode === 0 ? answer.stdout.trim() : null;
      if (now !== from) {
        return `${ref} is ${now ?? "absent"}, not ${from ?? "absent"}`;
      }
    }
    return null;
  }

  return { listRefs, updateRefs };
}

/** One command of `git update-ref -z --stdin`. */
function renderUpdate({ ref, to, from }: RefUpdate, format: "sha1" | "sha256"): string {
  const absent = "0".repeat(format === "sha256" ? 64 : 40);
  for (const hash of [to, from]) {
    if (hash !== null && !(hash.length === absent.length && /^[0-9a-f]+$/.test(hash))) {
      throw new NightshiftError({
        code: "BAD_HASH",
        message: `${JSON.stringify(hash)} is not a full ${format} hash, so ${ref} cannot be set or compared with it.`,
        hint: "Resolve the revision to a commit first.",
      });
    }
  }
  if (to === null) {
    return `delete ${ref}\0${from ?? absent}\0`;
  }
  return `update ${ref}\0${to}\0${from ?? absent}\0`;
}
