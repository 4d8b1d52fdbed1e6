import { readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { isStartupFile } from "./is-startup-file.ts";
import { findRestamped, stampFiles } from "./stamp-files.ts";
import { type FolderEvent, watchFolders } from "./watch-folders.ts";

/** Looks after what judges in a work tree while candidate code runs there. */
export type TreeGuard = Disposable & {
  /** Paths that were touched since it was opened, sorted; also what has been put back by now. */
  findTouched(): Promise<readonly string[]>;
};

/** More folders than this are not watched all: those with judges come first. */
const MAX_FOLDERS = 2_000;
/** Stands for what happened when there was too much to tell. */
export const FLOOD = "(more changes in the work tree than can be followed)";

/**
 * Guards the files of a work tree that judge (tests, what they compare with, settings): each of them, the folders that
 * hold them, and new files that a runner, interpreter or loader would pick up by their names.
 */
export function openTreeGuard(input: {
  /** The work tree on the host, absolute. */
  readonly dir: string;
  /** All files of the tree as it is judged. */
  readonly files: readonly string[];
  readonly isJudge: (path: string) => boolean;
  /** Paths that the supervisor itself writes while the guard looks. */
  readonly ownPaths: () => ReadonlySet<string>;
}): TreeGuard {
  const { dir, ownPaths } = input;
  const files = new Set(input.files);
  const judges = input.files.filter(input.isJudge);
  const judgeFolders = listFolders(judges);
  const folders = [...judgeFolders, ...listFolders(input.files).difference(judgeFolders)].slice(
    0,
    MAX_FOLDERS,
  );
  const isGuarded = new Set(judges);
  const before = stampFiles(dir, judges);
  const startupBefore = new Set(findStartupFiles(dir, folders, files));
  const watch = watchFolders(dir, folders);
  const isTouched = ({ path, kind }: FolderEvent): boolean =>
    isGuarded.has(path) ||
    (kind === "renamed" && (judgeFolders.has(path) || (!files.has(path) && isStartupFile(path))));
  return {
    async findTouched() {
      const { events, isFlooded } = await watch.read();
      const touched = new Set([
        ...findRestamped(before, stampFiles(dir, judges)),
        ...findStartupFiles(dir, folders, files).filter((path) => !startupBefore.has(path)),
        ...events.filter(isTouched).map(({ path }) => path),
        ...(isFlooded ? [FLOOD] : []),
      ]);
      return [...touched.difference(ownPaths())].sort();
    },
    [Symbol.dispose]: () => watch[Symbol.dispose](),
  };
}

/** Every folder above the files, "." among them. */
function listFolders(files: readonly string[]): Set<string> {
  const folders = new Set<string>(["."]);
  for (const file of files) {
    for (let folder = posix.dirname(file); !folders.has(folder); folder = posix.dirname(folder))
      folders.add(folder);
  }
  return folders;
}

/** Untracked entries with such names, where there is no watch too. */
function findStartupFiles(
  dir: string,
  folders: readonly string[],
  tracked: ReadonlySet<string>,
): readonly string[] {
  return folders.flatMap((folder) => {
    const paths = listNames(join(dir, folder)).map((name) => posix.join(folder, name));
    return paths.filter((path) => !tracked.has(path) && isStartupFile(path));
  });
}

function listNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
