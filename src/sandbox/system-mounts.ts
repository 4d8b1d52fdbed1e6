import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Mount } from "./mount.ts";

/**
 * Top-level folders that hold programs and settings of the system. Everything else on the machine's disks (homes, work
 * folders, a runner's temporary files, sockets) is simply not there: what is not named cannot leak.
 */
const folders = ["usr", "bin", "sbin", "lib", "lib32", "lib64", "libx32", "etc", "opt", "nix", "gnu", "sys"];
const deeperFolders = ["/var/lib", "/var/cache"];

/** Whether a path lies in a folder that `listSystemMounts` shows. */
export function isInSystemFolder(path: string): boolean {
  return [...folders.map((name) => `/${name}`), ...deeperFolders].some(
    (folder) => path === folder || path.startsWith(`${folder}/`),
  );
}

/** The read-only system of this machine. With `network`, also where the name servers are written down. */
export function listSystemMounts({ network }: { readonly network: "none" | "host" }): readonly Mount[] {
  return [
    ...folders.flatMap((name) => mountAsItIs(join("/", name))),
    ...deeperFolders.flatMap(mountAsItIs),
    { kind: "temporary", to: "/var/tmp" },
    { kind: "link", target: "/run", to: "/var/run" },
    ...(network === "host" ? mountNameServers() : []),
  ];
}

function mountAsItIs(path: string): readonly Mount[] {
  const kind = lstatSync(path, { throwIfNoEntry: false });
  if (kind?.isSymbolicLink()) return [{ kind: "link", target: readlinkSync(path), to: path }];
  return kind?.isDirectory() ? [{ kind: "read-only", from: path, to: path }] : [];
}

/** systemd keeps the list beneath /run, which is hidden. */
function mountNameServers(): readonly Mount[] {
  try {
    const file = realpathSync("/etc/resolv.conf");
    return isInSystemFolder(file) ? [] : [{ kind: "read-only", from: file, to: file }];
  } catch {
    return [];
  }
}
