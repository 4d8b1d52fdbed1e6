import { chmodSync, lstatSync, mkdirSync, readdirSync, renameSync, rmdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { NightshiftError } from "../domain/errors.ts";
import type { ProcessRunner } from "../ports.ts";

const emptyMs = 10 * 60_000;

/** Takes away what candidate code left, whatever it is and however it is protected. */
export type Trash = {
  /** Moves something in, at once, so that its place is free. It must be on the same disk. */
  add(place: string | Buffer): void;
  /** Deletes all that is in. Throws `SANDBOX_NOT_CLEAN` with what cannot be deleted. */
  empty(): Promise<void>;
};

/** Opens a trash in a folder of its own, which may hold what an earlier run left. */
export function openTrash(folder: string, { processes }: { readonly processes: ProcessRunner }): Trash {
  mkdirSync(folder, { recursive: true });
  let count = readdirSync(folder).length === 0 ? 0 : Date.now();
  const run = (...argv: readonly string[]) =>
    processes.run({ argv, cwd: folder, env: { PATH: "/usr/bin:/bin", LC_ALL: "C" }, timeoutMs: emptyMs });

  return {
    add(place) {
      // Moving a folder writes its `..`, which a closed folder does not let even its owner do.
      if (lstatSync(place).isDirectory()) chmodSync(place, 0o700);
      count += 1;
      renameSync(place, join(folder, String(count)));
    },
    async empty() {
      if (count === 0) return;
      count = 0;
      const names = readdirSync(folder).filter((name) => !removeAtOnce(join(folder, name)));
      if (names.length === 0) return;
      // `rm` deletes trees that are deeper than a path can be long, which Node's own function does not.
      const remove = () => run("rm", "-rf", "--", ...names);
      let result = await remove();
      if (result.exitCode !== 0) {
        await run("chmod", "-R", "u+rwX", "--", ...names);
        result = await remove();
      }
      if (result.exitCode !== 0) {
        throw new NightshiftError({
          code: "SANDBOX_NOT_CLEAN",
          message: `What candidate code left cannot be deleted: ${result.stderr.trim().split("\n")[0]}.`,
          hint: `Delete ${folder} by hand.`,
        });
      }
    },
  };
}

/** Deletes what is no folder with anything in it; false for the others, and for what resists. */
function removeAtOnce(place: string): boolean {
  try {
    if (lstatSync(place).isDirectory()) rmdirSync(place);
    else unlinkSync(place);
    return true;
  } catch {
    return false;
  }
}
