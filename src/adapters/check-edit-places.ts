import type { FileEdit } from "../domain/candidate.ts";
import { NightshiftError } from "../domain/errors.ts";
import type { TreeEntry } from "../ports.ts";
import { checkEditPath } from "./check-edit-path.ts";
import type { GitCommand } from "./git-command.ts";
import { parseTreeEntries } from "./parse-tree-entries.ts";

/**
 * Refuses edits that would turn a folder of `base` into a file, or write through a file, a symlink or a submodule.
 * Throws `BAD_PATH` with the path and the reason.
 */
export async function checkEditPlaces(
  command: GitCommand,
  base: string,
  edits: readonly FileEdit[],
): Promise<void> {
  const places = new Set(edits.flatMap((edit) => listPlaces(checkEditPath(edit.path))));
  if (places.size === 0) {
    return;
  }
  const args = ["ls-tree", "-t", "-z", "--full-tree", base, "--", ...places];
  const entries = new Map(parseTreeEntries(await command.bytes(args)).map((entry) => [entry.path, entry]));
  const deleted = new Set(edits.filter((edit) => edit.content === null).map((edit) => edit.path));
  for (const { path, content } of edits) {
    const fault = findFault(path, content === null, entries, deleted);
    if (fault !== null) {
      throw new NightshiftError({
        code: "BAD_PATH",
        message: `${JSON.stringify(path)} cannot be edited: ${fault}.`,
        hint: "Edit regular files; delete the other entry first if a file has to take its place.",
      });
    }
  }
}

function findFault(
  path: string,
  isDeletion: boolean,
  entries: ReadonlyMap<string, TreeEntry>,
  deleted: ReadonlySet<string>,
): string | null {
  const own = entries.get(path);
  if (own?.mode === "040000") {
    return "it is a folder";
  }
  if (!isDeletion && (own?.mode === "120000" || own?.mode === "160000")) {
    return own.mode === "120000" ? "it is a symbolic link" : "it is a submodule";
  }
  const blocking = listPlaces(path)
    .slice(0, -1)
    .find((place) => !deleted.has(place) && (entries.get(place)?.mode ?? "040000") !== "040000");
  return blocking === undefined ? null : `${JSON.stringify(blocking)} is not a folder`;
}

/** "a", "a/b" and "a/b/c" for "a/b/c". */
function listPlaces(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, at) => parts.slice(0, at + 1).join("/"));
}
