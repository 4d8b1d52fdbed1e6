import type { ProcessRunner } from "../ports.ts";

const removeMs = 10 * 60_000;

/**
 * Deletes the files whose mode git would not have given them, so that a checkout writes them anew: git itself knows one
 * bit of the mode, and takes a file that was closed within a second of its checkout for unchanged.
 */
export async function removeOddModes(
  tree: string,
  { processes }: { readonly processes: ProcessRunner },
): Promise<void> {
  const mask = process.umask();
  const modes = [0o666, 0o777].map((mode) => (mode & ~mask).toString(8));
  await processes.run({
    argv: [
      ...["find", tree, "-type", "f", ...modes.flatMap((mode) => ["!", "-perm", mode])],
      ...["-exec", "rm", "-f", "--", "{}", "+"],
    ],
    cwd: tree,
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C" },
    timeoutMs: removeMs,
  });
}
