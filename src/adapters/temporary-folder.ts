import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder that is gone, with all that is in it, when its `await using` scope ends. */
export type TemporaryFolder = AsyncDisposable & {
  /** Absolute. */
  readonly path: string;
};

/** Makes an empty folder under the system's temporary folder, readable by this user alone. */
export async function openTemporaryFolder(): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), "nightshift-"));
  return {
    path,
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
