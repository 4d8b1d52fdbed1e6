import { NightshiftError } from "../domain/errors.ts";
import type { Git, TreeEntry } from "../ports.ts";
import { checkRevision } from "./check-revision.ts";
import type { GitCommand } from "./git-command.ts";
import { parseTreeEntries } from "./parse-tree-entries.ts";

/** A full object name: what it names never changes. */
const fullHash = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/** Lists of files that are kept: those of master's tree and of one other. */
const maxKept = 2;
/** Contents that are kept, none larger than this. */
const maxBlobs = 32;
const maxBlobBytes = 256 * 1024;

/**
 * Reads trees. Files whose path is not valid UTF-8 are not listed, so they cannot be read or edited; they stay in
 * every tree that is built from one that holds them, byte by byte. The lists that were read last are kept, where they
 * were asked for by full hash, and so are small contents: nobody may write into a buffer that comes from here.
 */
export function createGitRead(command: GitCommand): Pick<Git, "listFiles" | "readFile" | "contains"> {
  const kept = new Map<string, readonly TreeEntry[]>();
  const blobs = new Map<string, Buffer>();

  async function listFiles(treeish: string): Promise<readonly TreeEntry[]> {
    const known = kept.get(treeish);
    if (known !== undefined) return known;
    const output = await command.bytes(["ls-tree", "-r", "-z", "--full-tree", checkRevision(treeish)]);
    const files = parseTreeEntries(output);
    if (fullHash.test(treeish)) keep(kept, maxKept, treeish, files);
    return files;
  }

  async function readFile(treeish: string, path: string): Promise<Buffer | null> {
    // git resolves these instead of looking them up.
    if (path.includes("\0") || path.split("/").some((part) => ["", ".", ".."].includes(part))) {
      return null;
    }
    const entry = (kept.get(treeish) ?? (await readEntry(treeish, path))).find(
      (found) => found.path === path,
    );
    return entry?.mode === "100644" || entry?.mode === "100755" ? await readBlob(entry.hash) : null;
  }

  async function readBlob(hash: string): Promise<Buffer> {
    const known = blobs.get(hash);
    if (known !== undefined) return known;
    const content = await command.bytes(["cat-file", "blob", hash]);
    if (content.length <= maxBlobBytes) keep(blobs, maxBlobs, hash, content);
    return content;
  }

  async function readEntry(treeish: string, path: string): Promise<readonly TreeEntry[]> {
    const args = ["ls-tree", "-z", "--full-tree", checkRevision(treeish), "--", path];
    return parseTreeEntries(await command.bytes(args));
  }

  async function contains(treeish: string, text: string): Promise<boolean> {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
    if (lines.length === 0) return true;
    // The text goes in by the standard input: arguments can be read by every process of the machine.
    const args = [
      "grep",
      "--all-match",
      "--quiet",
      "--fixed-strings",
      "-a",
      "-f",
      "-",
      checkRevision(treeish),
    ];
    const { exitCode, stderr } = await command.attempt(args, { stdin: `${lines.join("\n")}\n` });
    if (exitCode === 0 || exitCode === 1) return exitCode === 0;
    throw new NightshiftError({
      code: "GIT_FAILED",
      message: `git grep exited with ${exitCode}: ${stderr.trim()}`,
      hint: "Run `git fsck` in the repository if it names a missing or broken object.",
    });
  }

  return { listFiles, readFile, contains };
}

/** Puts an entry into a map of limited size; the oldest one goes. */
function keep<Value>(map: Map<string, Value>, max: number, key: string, value: Value): void {
  const [oldest] = map.keys();
  if (map.size >= max && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
}
