import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Git } from "../ports.ts";
import { checkRevision } from "./check-revision.ts";
import type { GitCommand } from "./git-command.ts";
import { type IndexEntry, openTemporaryIndex } from "./git-temporary-index.ts";
import { splitAtNul } from "./git-text.ts";
import { openTemporaryFolder } from "./temporary-folder.ts";
import { writeBlobs } from "./write-blobs.ts";

type Stage = { readonly mode: string; readonly hash: string };
/** A path that trees disagree about: what the change came from, what it is applied to, what it leads to. */
type Unmerged = { readonly path: Buffer; readonly from?: Stage; readonly onto?: Stage; readonly to?: Stage };

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
      await index.run(["read-tree", "-i", "-m", "--aggressive", fromTree, ontoTree, toTree]);
      const unmerged = parseUnmerged(await index.run(["ls-files", "--unmerged", "-z"]));
      const conflicts: string[] = [];
      for (const file of unmerged) {
        const merged = await mergeFile(command, file);
        if (merged === null) {
          conflicts.push(file.path.toString("utf8"));
        } else {
          await index.add([merged]);
        }
      }
      return conflicts.length > 0
        ? { status: "conflict", paths: conflicts }
        : { status: "applied", tree: await index.writeTree() };
    },
  };
}

/** Lines of `ls-files --unmerged -z`: "<mode> <hash> <stage>\t<path>", stages 1 to 3. */
function parseUnmerged(output: Buffer): readonly Unmerged[] {
  const files = new Map<string, Unmerged>();
  for (const line of splitAtNul(output)) {
    const tab = line.indexOf("\t");
    const [mode = "", hash = "", stage = ""] = line.toString("latin1", 0, tab).split(" ");
    const path = line.subarray(tab + 1);
    const key = path.toString("latin1");
    const role = { "1": "from", "2": "onto", "3": "to" }[stage] ?? "from";
    files.set(key, { ...(files.get(key) ?? { path }), [role]: { mode, hash } });
  }
  return [...files.values()];
}

/** The merged entry, or null for a conflict: a side deleted the file, is not text, or changed the same lines. */
async function mergeFile(command: GitCommand, file: Unmerged): Promise<IndexEntry | null> {
  const { path, from, onto, to } = file;
  if (from === undefined || onto === undefined || to === undefined) {
    return null;
  }
  if (![from, onto, to].every((stage) => stage.mode.startsWith("100"))) {
    return null;
  }
  await using folder = await openTemporaryFolder();
  const paths = await Promise.all(
    [onto, from, to].map(async (stage, at) => {
      const copy = join(folder.path, String(at));
      await writeFile(copy, await command.bytes(["cat-file", "blob", stage.hash]));
      return copy;
    }),
  );
  const answer = await command.attempt(["merge-file", "--quiet", ...paths]);
  if (answer.exitCode !== 0) {
    return null;
  }
  const [hash = ""] = await writeBlobs(command, [await readFile(paths[0] ?? "")]);
  return { path, mode: onto.mode === from.mode ? to.mode : onto.mode, hash };
}
