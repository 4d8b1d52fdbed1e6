import { existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname } from "node:path";
import { NightshiftError } from "../domain/errors.ts";
import type { ProcessResult, ProcessRunner } from "../ports.ts";

const copyMs = 30 * 60_000;

/**
 * Copies a folder to a place that is not there yet, sharing blocks where the file system can; all or nothing. What is
 * there already is left as it is. Every user may read the copy. Throws `DEPENDENCIES_NOT_COPIED`.
 */
export async function copyFolder(
  { from, to }: { readonly from: string; readonly to: string },
  deps: { readonly processes: ProcessRunner },
): Promise<void> {
  if (existsSync(to)) return;
  mkdirSync(dirname(to), { recursive: true });
  const unfinished = `${to}.${process.pid}.new`;
  const run = (...argv: readonly string[]) =>
    deps.processes.run({
      argv,
      cwd: dirname(to),
      env: { PATH: "/usr/bin:/bin", LC_ALL: "C" },
      timeoutMs: copyMs,
    });
  await run("rm", "-rf", "--", unfinished);
  let result = await run("cp", "-a", "--reflink=auto", "--", `${from}/.`, unfinished);
  // Other systems' `cp` does not know the option.
  if (result.exitCode !== 0) result = await run("cp", "-R", "-p", "-P", `${from}/.`, unfinished);
  if (result.exitCode === 0) await makeReadable(unfinished, deps);
  if (result.exitCode !== 0) throw explain(from, result);
  renameSync(unfinished, to);
}

/** Lets the users that sandboxes run as read a folder, whoever made it. */
export async function makeReadable(
  folder: string,
  { processes }: { readonly processes: ProcessRunner },
): Promise<void> {
  const argv = ["chmod", "-R", "u+rwX,go+rX", "--", folder];
  await processes.run({ argv, cwd: dirname(folder), env: { PATH: "/usr/bin:/bin" }, timeoutMs: copyMs });
}

function explain(from: string, result: ProcessResult): NightshiftError {
  return new NightshiftError({
    code: "DEPENDENCIES_NOT_COPIED",
    message: `${from} could not be copied: ${result.stderr.trim().split("\n")[0] || result.status}.`,
    hint: "Free some space on the disk of the state root, or name another one with --root.",
  });
}
