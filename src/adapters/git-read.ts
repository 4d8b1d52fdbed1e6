import type { Git, TreeEntry } from "../ports.ts";
import { checkRevision } from "./check-revision.ts";
import type { GitCommand } from "./git-command.ts";
import { parseTreeEntries } from "./parse-tree-entries.ts";

/**
 * Reads trees. Files whose path is not valid UTF-8 are not listed, so they cannot be read or edited; they stay in
 * every tree that is built from one that holds them, byte by byte.
 */
export function createGitRead(command: GitCommand): Pick<Git, "listFiles" | "readFile"> {
  async function listFiles(treeish: string): Promise<readonly TreeEntry[]> {
    return parseTreeEntries(
      await command.bytes(["ls-tree", "-r", "-z", "--full-tree", checkRevision(treeish)]),
    );
  }

  async function readFile(treeish: string, path: string): Promise<Buffer | null> {
    // git resolves these instead of looking them up.
    if (path.includes("\0") || path.split("/").some((part) => ["", ".", ".."].includes(part))) {
      return null;
    }
    const args = ["ls-tree", "-z", "--full-tree", checkRevision(treeish), "--", path];
    const entry = parseTreeEntries(await command.bytes(args)).find((found) => found.path === path);
    return entry?.mode === "100644" || entry?.mode === "100755"
      ? command.bytes(["cat-file", "blob", entry.hash])
      : null;
  }

  return { listFiles, readFile };
}
