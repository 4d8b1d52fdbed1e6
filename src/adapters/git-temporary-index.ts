import { join } from "node:path";
import type { GitCommand, GitInput } from "./git-command.ts";
import { openTemporaryFolder } from "./temporary-folder.ts";

/** An entry to put into an index; the path as bytes, so that any name survives. */
export type IndexEntry = { readonly path: Buffer; readonly mode: string; readonly hash: string };

/** An index file of its own, gone when the `await using` scope ends. The user's index is never opened. */
export type TemporaryIndex = AsyncDisposable & {
  /** Fills it with a tree; with three, with what `git read-tree -m` can merge of them without looking into files. */
  readTree(...trees: readonly string[]): Promise<void>;
  /** Output of `ls-files -z`, as bytes. */
  list(...options: readonly string[]): Promise<Buffer>;
  add(entries: readonly IndexEntry[]): Promise<void>;
  /** Paths that are not in it are left alone. */
  remove(paths: readonly Buffer[]): Promise<void>;
  /** Writes its tree objects and gives the hash of the root. Throws `GIT_FAILED` while entries are unmerged. */
  writeTree(): Promise<string>;
};

/** Opens an empty index in a temporary folder. */
export async function openTemporaryIndex(command: GitCommand): Promise<TemporaryIndex> {
  const folder = await openTemporaryFolder();
  const env = { GIT_INDEX_FILE: join(folder.path, "index") };
  // Names that other systems take for git's own folder are refused here as well.
  const protect = ["-c", "core.protectHFS=true", "-c", "core.protectNTFS=true"];

  function run(args: readonly string[], input: Pick<GitInput, "stdin"> = {}): Promise<string> {
    return command.text([...protect, ...args], { ...input, env });
  }

  async function updateIndex(lines: readonly Buffer[]): Promise<void> {
    if (lines.length > 0) {
      await run(["update-index", "-z", "--index-info"], { stdin: Buffer.concat(lines) });
    }
  }

  return {
    readTree: async (...trees) => {
      await run(["read-tree", ...(trees.length > 1 ? ["-i", "-m", "--aggressive"] : []), ...trees]);
    },
    list: (...options) => command.bytes(["ls-files", "-z", ...options], { env }),
    add: (entries) =>
      updateIndex(
        entries.map(({ mode, hash, path }) => Buffer.concat([Buffer.from(`${mode} ${hash}\t`), path, nul])),
      ),
    remove: async (paths) => {
      if (paths.length > 0) {
        const stdin = Buffer.concat(paths.flatMap((path) => [path, nul]));
        await run(["update-index", "-z", "--force-remove", "--stdin"], { stdin });
      }
    },
    writeTree: async () => (await run(["write-tree"])).trim(),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

const nul = Buffer.from([0]);
