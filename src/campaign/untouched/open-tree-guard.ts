import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { createPickUpTest } from "./is-picked-up.ts";
import { findRestamped, stampFiles } from "./stamp-files.ts";
import { watchFolders } from "./watch-folders.ts";

/** Looks after a work tree while candidate code runs there. */
export type TreeGuard = Disposable & {
  /** Paths that were touched since it was opened, sorted; also what has been put back by now. */
  findTouched(): Promise<readonly string[]>;
};

/** More folders than this are not watched all; those nearest to the root come first. */
const MAX_FOLDERS = 2_000;
/** Stands for what happened when there was too much to tell. */
const FLOOD = "(more changes in the work tree than can be followed)";

/**
 * Guards the files of a tree (tests, settings and sources, since a source that is mended while tests run is mended for
 * them alone), the folders that hold them, and new files that something would pick up without being told to.
 */
export function openTreeGuard(input: {
  /** The work tree on the host, absolute. */
  readonly dir: string;
  /** All files of the tree as it is judged. */
  readonly files: readonly string[];
  /** Paths that the supervisor itself writes while the guard looks. */
  readonly ownPaths: () => ReadonlySet<string>;
}): TreeGuard {
  const { dir, ownPaths } = input;
  const files = new Set(input.files);
  const folders = listFolders(input.files);
  const watched = [...folders].toSorted((a, b) => countParts(a) - countParts(b)).slice(0, MAX_FOLDERS);
  const isPickedUp = createPickUpTest(input.files);
  const isNew = (path: string): boolean => !files.has(path) && !folders.has(path);
  const findPickedUp = () => listEntries(dir, watched).filter((path) => isNew(path) && isPickedUp(path));

  const before = stampFiles(dir, files);
  const pickedUpBefore = new Set(findPickedUp());
  const watch = watchFolders(dir, watched);
  return {
    async findTouched() {
      const { events, isFlooded } = await watch.read();
      const happened = events.filter(({ path, kind }) =>
        kind === "renamed" ? !isNew(path) || isPickedUp(path) : files.has(path),
      );
      const touched = new Set([
        ...findRestamped(before, stampFiles(dir, files)),
        ...findPickedUp().filter((path) => !pickedUpBefore.has(path)),
        ...happened.map(({ path }) => path),
        ...(isFlooded ? [FLOOD] : []),
      ]);
      return [...touched.difference(ownPaths())].sort();
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

/** What is in the folders, for where there is no watch too. */
function listEntries(dir: string, folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) => listNames(join(dir, folder)).map((name) => posix.join(folder, name)));
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
