import type { Git } from "../ports.ts";
import { checkRevision } from "./check-revision.ts";
import type { GitCommand } from "./git-command.ts";
import { openTemporaryIndex, type TemporaryIndex } from "./git-temporary-index.ts";
import { splitAtNul } from "./git-text.ts";
import { type Merged, mergeEntry, type Stage, type Unmerged } from "./merge-entry.ts";

/**
 * Three-way merges of trees in a temporary index, file by file as `git merge-file` does it. Renames are not followed,
 * and merge drivers of the user are not run: what they would have joined is a conflict.
 */
export function createGitMerge(command: GitCommand): Pick<Git, "applyChange"> {
  return {
    async applyChange(onto, from, to) {
      const trees = [onto, from, to].map((revision) => `${checkRevision(revision)}^{tree}`);
      const [ontoTree = "", fromTree = "", toTree = ""] = (await command.text(["rev-parse", ...trees]))
        .trim()
        .split("\n");
      if (fromTree === toTree || ontoTree === toTree) {
        return { status: "applied", tree: ontoTree };
      }
      await using index = await openTemporaryIndex(command);
      await index.readTree(fromTree, ontoTree, toTree);
      const merged: Merged[] = [];
      for (const unmerged of parseUnmerged(await index.list("--unmerged"))) {
        merged.push(await mergeEntry(command, unmerged));
      }
      const conflicts = await settle(index, merged);
      return conflicts.length > 0
        ? { status: "conflict", paths: conflicts.map((path) => path.toString("utf8")) }
        : { status: "applied", tree: await index.writeTree() };
    },
  };
}

/** Lines of `ls-files -z --unmerged`: "<mode> <hash> <stage>\t<path>", stages 1 to 3. */
function parseUnmerged(output: Buffer): readonly Unmerged[] {
  const files = new Map<string, { path: Buffer; stages: (Stage | undefined)[] }>();
  for (const line of splitAtNul(output)) {
    const tab = line.indexOf("\t");
    const [mode = "", hash = "", stage = ""] = line.toString("latin1", 0, tab).split(" ");
    const path = line.subarray(tab + 1);
    const key = path.toString("latin1");
    const file = files.get(key) ?? { path, stages: [] };
    file.stages[Number(stage)] = { mode, hash };
    files.set(key, file);
  }
  return [...files.values()].map(({ path, stages: [, from, onto, to] }) => ({ path, from, onto, to }));
}

/** Puts what was merged into the index and gives the paths of what could not be. */
async function settle(index: TemporaryIndex, merged: readonly Merged[]): Promise<readonly Buffer[]> {
  await index.remove(merged.filter((file) => file.status === "deleted").map((file) => file.path));
  const kept = merged.flatMap((file) => (file.status === "kept" ? [file.entry] : []));
  const conflicts = merged.filter((file) => file.status === "conflict").map((file) => file.path);
  if (kept.length === 0 || conflicts.length > 0) {
    return conflicts;
  }
  // git would silently drop a file that stands where another entry needs a folder.
  const places = new Set(splitAtNul(await index.list()).map(toKey));
  const folders = new Set([...places].flatMap(listFolders));
  const clashing = kept.filter(({ path }) => {
    return folders.has(toKey(path)) || listFolders(toKey(path)).some((folder) => places.has(folder));
  });
  if (clashing.length === 0) {
    await index.add(kept);
  }
  return clashing.map((entry) => entry.path);
}

/** A string that is the same for the same bytes, whatever their encoding. */
function toKey(path: Buffer): string {
  return path.toString("latin1");
}

/** "a" and "a/b" for "a/b/c". */
function listFolders(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join("/"));
}
