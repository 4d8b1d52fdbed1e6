import { type FSWatcher, watch } from "node:fs";
import { join, posix } from "node:path";
import { setImmediate } from "node:timers/promises";

/** An entry of a watched folder that something happened to. */
export type FolderEvent = {
  /** Relative to the root, `/` separators. */
  readonly path: string;
  /** `renamed`: it came, went or took the place of another. `changed`: its content or its mode was written. */
  readonly kind: "renamed" | "changed";
};

/** Folders under watch. */
export type FolderWatch = Disposable & {
  /** What happened since the last call, each event once, and whether there was too much to be sure of the rest. */
  take(): Promise<{ readonly events: readonly FolderEvent[]; readonly isFlooded: boolean }>;
};

/** Half of the kernel's default queue (fs.inotify.max_queued_events), which drops what does not fit. */
const MAX_EVENTS = 8_192;
/** Loop turns after which events that the kernel has queued have been read. */
const TURNS = 3;

/**
 * Watches folders, not what is beneath them, by inotify: it sees also what is undone before anyone looks, as when a
 * folder is swapped for another and put back. Only on Linux are events in time and complete; elsewhere none are given.
 */
export function watchFolders(root: string, folders: readonly string[]): FolderWatch {
  const events = new Map<string, FolderEvent>();
  let count = 0;
  const watchers: FSWatcher[] = [];
  const add = (folder: string): void => {
    const watcher = watch(join(root, folder), { persistent: false }, (type, name) => {
      count += 1;
      if (name === null || count > MAX_EVENTS) return;
      const event = {
        path: posix.join(folder, name),
        kind: type === "rename" ? ("renamed" as const) : ("changed" as const),
      };
      events.set(`${event.kind} ${event.path}`, event);
    });
    // A folder may go away; that is an event of the folder around it.
    watcher.on("error", () => {});
    watchers.push(watcher);
  };
  if (process.platform === "linux") for (const folder of folders) tryTo(() => add(folder));
  return {
    async take() {
      for (let turn = 0; turn < TURNS; turn += 1) await setImmediate();
      const taken = { events: [...events.values()], isFlooded: count > MAX_EVENTS };
      events.clear();
      count = 0;
      return taken;
    },
    [Symbol.dispose]() {
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** A machine may have no watch left (fs.inotify.max_user_watches), and a folder may be gone: then stamps alone tell. */
function tryTo(act: () => void): void {
  try {
    act();
  } catch {}
}
