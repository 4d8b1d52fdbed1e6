import { spawnSync } from "node:child_process";

/**
 * Runs an argv with everything that it prints on standard error: standard output belongs to the command that set-up
 * runs ahead of. Ended after `timeoutMs`.
 */
export function runVisibly(argv, { cwd, env = {}, timeoutMs } = {}) {
  const [program, ...rest] = argv;
  const { status, error } = spawnSync(program, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", 2, 2],
    timeout: timeoutMs,
  });
  return { isFine: status === 0, exitCode: status, isMissing: error?.code === "ENOENT" };
}
