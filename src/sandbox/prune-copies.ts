import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ProcessRunner } from "../ports.ts";

/** Copies that stay although nothing uses them now: going back to an older lock file is common. */
const keptUnused = 6;

/** Deletes the copies of dependencies that were of no use for longest; those in `used` stay. */
export async function pruneCopies(
  { copies, used }: { readonly copies: string; readonly used: readonly string[] },
  { processes }: { readonly processes: ProcessRunner },
): Promise<void> {
  const stale = readdirSync(copies)
    .map((name) => join(copies, name))
    .filter((copy) => !used.some((path) => path === copy || path.startsWith(`${copy}/`)))
    .map((copy) => ({ copy, usedMs: statSync(copy).mtimeMs }))
    .sort((a, b) => b.usedMs - a.usedMs)
    .slice(keptUnused)
    .map(({ copy }) => copy);
  if (stale.length === 0) return;
  const argv = ["rm", "-rf", "--", ...stale];
  await processes.run({ argv, cwd: copies, env: { PATH: "/usr/bin:/bin" }, timeoutMs: 10 * 60_000 });
}
