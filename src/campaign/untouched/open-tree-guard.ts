import { posix } from "node:path";
import { createPickUpTest } from "./is-picked-up.ts";
import { listEntries, listUntracked } from "./list-entries.ts";
import { stampFiles } from "./stamp-files.ts";
import { watchFolders } from "./watch-folders.ts";

/** Looks after a work tree while candidate code runs there. */
export type TreeGuard = Disposable & {
  /** Paths that were touched since it was opened, sorted; also what has been put back by now. */
  findTouched(): Promise<readonly string[]>;
  /**
   * Takes the tree as it is from now on: what was touched before stays so, but for `own` paths, which the supervisor has
   * written. With `isBuilt` what is there besides the files, as builds have made it, is guarded too.
   */
  accept(own: ReadonlySet<string>, options?: { readonly isBuilt?: boolean }): Promise<void>;
};

/** More folders than this are not watched all; those nearest to the root come first. */
const MAX_FOLDERS = 2_000;
/** Stands for what happened when there was too much to tell. */
const FLOOD = "(more changes in the work tree than can be followed)";

/**
 * Guards the files of a tree (tests, settings and sources, since a source that is mended while tests run is mended for
 * them alone), the folders that hold them, and new files that something would pick up without being told to.
 */
export async function openTreeGuard({
  dir,
  files,
}: {
  /** The work tree on the host, absolute. */
  readonly dir: string;
  /** All files of the tree as it is judged. */
  readonly files: readonly string[];
}): Promise<TreeGuard> {
  const guarded = new Set(files);
  const folders = listFolders(files);
  const watched = [...folders].toSorted((a, b) => countParts(a) - countParts(b)).slice(0, MAX_FOLDERS);
  const isPickedUp = createPickUpTest(files);
  const isNew = (path: string): boolean => !guarded.has(path) && !folders.has(path);
  const findPickedUp = () => listEntries(dir, watched).filter((path) => isNew(path) && isPickedUp(path));

  const watch = watchFolders(dir, watched);
  // Where another guard still watches the same folders the kernel's queue is shared: what is in it came before this one.
  await watch.take();
  const touched = new Set<string>();
  const stamps = new Map(stampFiles(dir, guarded));
  let pickedUp = new Set(findPickedUp());

  async function hear(): Promise<void> {
    const { events, isFlooded } = await watch.take();
    if (isFlooded) touched.add(FLOOD);
    for (const { path, kind } of events) {
      if (kind === "renamed" ? !isNew(path) || isPickedUp(path) : guarded.has(path)) touched.add(path);
    }
  }

  async function look(): Promise<void> {
    await hear();
    for (const path of restamp(guarded)) touched.add(path);
    const now = new Set(findPickedUp());
    for (const path of now.difference(pickedUp)) touched.add(path);
    pickedUp = now;
  }

  /** Paths whose stamps are other ones now. These are what the next look starts from, so no moment lies between. */
  function restamp(paths: ReadonlySet<string>): readonly string[] {
    const now = stampFiles(dir, paths);
    const changed = [...paths].filter((path) => now.get(path) !== stamps.get(path));
    for (const path of changed) {
      const stamp = now.get(path);
      if (stamp === undefined) stamps.delete(path);
      else stamps.set(path, stamp);
    }
    return changed;
  }

  return {
    async findTouched() {
      await look();
      return [...touched].sort();
    },
    async accept(own, { isBuilt = false } = {}) {
      const before = new Set(touched);
      for (const path of own) guarded.add(path);
      // Builds are candidate code too. Otherwise what else was touched shows at the next look.
      if (isBuilt) await look();
      else await hear();
      restamp(own);
      for (const path of own) if (!before.has(path)) touched.delete(path);
      if (!isBuilt) return;
      const built = new Set(listUntracked(dir, guarded));
      for (const path of built) guarded.add(path);
      restamp(built);
    },
    [Symbol.dispose]: () => watch[Symbol.dispose](),
  };
}

/** Every folder above the files, "." among them. */
function listFolders(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>(["."]);
  for (const file of files) {
    for (let folder = posix.dirname(file); !folders.has(folder); folder = posix.dirname(folder))
      folders.add(folder);
  }
  return folders;
}

function countParts(folder: string): number {
  return folder === "." ? 0 : folder.split("/").length;
}
