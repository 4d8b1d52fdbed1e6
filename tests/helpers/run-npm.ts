import { spawnSync } from "node:child_process";

const TIMEOUT_MS = 180_000;

/** Runs the ordinary npm client. Returns why it failed, in a line, or null. */
export function runNpm(args: readonly string[], cwd: string): string | null {
  const { status, stderr, error } = spawnSync(
    "npm",
    [...args, "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd,
      encoding: "utf8",
      timeout: TIMEOUT_MS,
    },
  );
  if (status === 0) return null;
  const words = error?.message ?? stderr.trim().split("\n").slice(0, 3).join(" ");
  return `npm ${args[0]} failed: ${words}`;
}
