import { readdirSync, readFileSync, statfsSync, statSync } from "node:fs";

/** Memory that a group of processes holds, bytes. */
export type MemoryUse = {
  /** Private to processes. */
  readonly privateBytes: number;
  /** Shared among them, files in memory included. */
  readonly sharedBytes: number;
};

/** What a file in memory takes besides its content: its inode and its name. */
const inodeBytes = 1024;

/**
 * A quick upper bound: pages that forked processes share count for each of them. See proc_pid_status(5). Processes
 * that are gone by now count as nothing.
 */
export function boundMemory(pids: readonly number[]): MemoryUse {
  return sum(pids, (pid) => readFields(`/proc/${pid}/status`, "RssAnon", "RssShmem"));
}

/** Each page counts once, in proportional shares. Slower: the kernel walks all pages. See proc_pid_smaps(5). */
export function measureMemory(pids: readonly number[]): MemoryUse {
  return sum(pids, (pid) => readFields(`/proc/${pid}/smaps_rollup`, "Pss_Anon", "Pss_Shmem"));
}

/** Bytes in the temporary folders of a sandbox, as one of its processes sees them; 0 while there is none. */
export function measureTemporaryFolders(pid: number, folders: readonly string[]): number {
  const root = `/proc/${pid}/root`;
  try {
    // Until bubblewrap has changed its root, this is the machine itself.
    if (statSync(`${root}/`).dev === statSync("/").dev) return 0;
  } catch {
    return 0;
  }
  let bytes = 0;
  for (const folder of folders) {
    try {
      const { blocks, bfree, bsize, files, ffree } = statfsSync(`${root}${folder}`);
      bytes += (blocks - bfree) * bsize + (files - ffree) * inodeBytes;
    } catch {
      // Not mounted yet, or the process is gone.
    }
  }
  return bytes;
}

/** Bytes of files that have no name any more and are still held open, by the number of their device. */
export function measureUnlinkedFiles(pids: readonly number[]): ReadonlyMap<number, number> {
  const seen = new Set<string>();
  const result = new Map<number, number>();
  for (const pid of pids) {
    for (const descriptor of listDescriptors(pid)) {
      const file = statSync(`/proc/${pid}/fd/${descriptor}`, { throwIfNoEntry: false });
      if (file === undefined || !file.isFile() || file.nlink > 0) continue;
      const key = `${file.dev}:${file.ino}`;
      if (seen.has(key)) continue;
      seen.add(key);
      result.set(file.dev, (result.get(file.dev) ?? 0) + file.blocks * 512);
    }
  }
  return result;
}

function listDescriptors(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`);
  } catch {
    return [];
  }
}

function sum(pids: readonly number[], read: (pid: number) => readonly [number, number]): MemoryUse {
  let privateBytes = 0;
  let sharedBytes = 0;
  for (const pid of pids) {
    const [own, shared] = read(pid);
    privateBytes += own;
    sharedBytes += shared;
  }
  return { privateBytes, sharedBytes };
}

/** Two lines of the form `Name:   12 kB`, in bytes. */
function readFields(path: string, one: string, other: string): readonly [number, number] {
  try {
    const text = readFileSync(path, "latin1");
    const read = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(text)?.[1] ?? 0) * 1024;
    return [read(one), read(other)];
  } catch {
    return [0, 0];
  }
}
