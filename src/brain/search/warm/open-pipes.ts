import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { join, posix } from "node:path";
import type { Sandbox } from "../../../sandbox/sandbox.ts";

const MAKE_MS = 10_000;

/**
 * Makes named pipes in a folder beneath the sandbox's folder for reports, and opens them: their descriptors, in the order
 * of the names. Null where the system has no such pipes, or where something else stands in their place.
 */
export async function openPipes(
  folder: string,
  names: readonly string[],
  { sandbox }: { readonly sandbox: Pick<Sandbox, "run" | "outDir" | "outMountPath"> },
): Promise<readonly number[] | null> {
  const paths = names.map((name) => posix.join(sandbox.outMountPath, folder, name));
  const made = await sandbox.run({ command: ["mkfifo", "-m", "0600", ...paths], timeoutMs: MAKE_MS });
  if (made.exitCode !== 0) return null;
  const opened = names.map((name) => openPipe(join(sandbox.outDir, folder, name)));
  const good = opened.filter((descriptor) => descriptor !== null);
  if (good.length === names.length) return good;
  for (const descriptor of good) closeSync(descriptor);
  return null;
}

/** For reading and writing, so that it has no end while nobody else has it open; without waiting for somebody who does. */
function openPipe(path: string): number | null {
  const { O_RDWR, O_NOFOLLOW, O_NONBLOCK } = constants;
  try {
    const descriptor = openSync(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK);
    if (fstatSync(descriptor).isFIFO()) return descriptor;
    closeSync(descriptor);
  } catch {
    // Gone or replaced already.
  }
  return null;
}
