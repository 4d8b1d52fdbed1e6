import { realpath, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type NightshiftError, usageError } from "../domain/errors.ts";
import type { GitCommand } from "./git-command.ts";

/** `update-ref --stdin` transactions, `--end-of-options` and what else is used are all in this one. */
const oldestGit = [2, 34] as const;

/**
 * Root of the work tree that `dir` lies in, absolute, symbolic links resolved. `open` gives a git runner for a folder.
 * Throws usage errors: `GIT_MISSING`, `GIT_TOO_OLD`, `NOT_A_REPOSITORY`, `BARE_REPOSITORY`, `UNSAFE_REPOSITORY`.
 */
export async function locateWorkTree(dir: string, open: (dir: string) => GitCommand): Promise<string> {
  const place = resolve(dir);
  if (!(await isFolder(place))) {
    throw refuse(place, "there is no such folder");
  }
  const command = open(place);
  checkVersion(await command.text(["--version"]));
  const bare = await command.attempt(["rev-parse", "--is-bare-repository"]);
  if (bare.exitCode !== 0) {
    throw explain(place, bare.stderr);
  }
  if (bare.stdout.trim() === "true") {
    throw usageError({
      code: "BARE_REPOSITORY",
      message: `${place} is a bare repository: it has no work tree.`,
      hint: "Clone it with `git clone`, and name the clone.",
    });
  }
  const top = await command.attempt(["rev-parse", "--show-toplevel"]);
  if (top.exitCode !== 0) {
    throw explain(place, top.stderr);
  }
  return realpath(top.stdout.replace(/\n$/, ""));
}

function explain(place: string, stderr: string): NightshiftError {
  if (stderr.includes("dubious ownership") || stderr.includes("unsafe repository")) {
    return usageError({
      code: "UNSAFE_REPOSITORY",
      message: `git does not trust ${place}: it belongs to another user.`,
      hint: `Run \`git config --global --add safe.directory '${place}'\` if you do.`,
    });
  }
  return refuse(place, stderr.trim().split("\n").at(-1) ?? "");
}

function refuse(place: string, reason: string): NightshiftError {
  return usageError({
    code: "NOT_A_REPOSITORY",
    message: `${place} is not a git repository: ${reason}.`,
    hint: "Name a folder inside a git work tree, or run `git init` and commit there first.",
  });
}

function checkVersion(answer: string): void {
  const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(answer) ?? [];
  const [oldestMajor, oldestMinor] = oldestGit;
  const isNewEnough =
    Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor);
  if (!isNewEnough) {
    throw usageError({
      code: "GIT_TOO_OLD",
      message: `${answer.trim()} is too old.`,
      hint: `Install git ${oldestGit.join(".")} or newer.`,
    });
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
