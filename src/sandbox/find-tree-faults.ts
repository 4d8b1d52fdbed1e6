import { chmodSync, lstatSync, readdirSync } from "node:fs";
import type { TrackedPaths } from "./tracked-paths.ts";

/** What git would leave as it is in a work tree; paths are relative, byte by byte. */
export type TreeFaults = {
  /**
   * What does not belong there, the topmost of it alone: files and folders that git does not know, every `.git`, and
   * what took the place of something tracked as another kind of entry.
   */
  readonly untracked: readonly Buffer[];
  /**
   * Tracked files whose mode git would not have given them. Git itself knows one bit of the mode, and takes a file that
   * was closed within a second of its checkout for unchanged.
   */
  readonly oddModes: readonly Buffer[];
};

/** Looks through a work tree once. Folders that were closed are opened on the way; symbolic links are never followed. */
export function findTreeFaults(tree: string, { files, folders }: TrackedPaths): TreeFaults {
  const untracked: Buffer[] = [];
  const oddModes: Buffer[] = [];
  const mask = process.umask();
  const evenModes = [0o666 & ~mask, 0o777 & ~mask];
  const root = Buffer.from(tree).toString("latin1");
  const visit = (folder: string) => {
    const place = Buffer.from(folder === "" ? root : `${root}/${folder}`, "latin1");
    openFolder(place);
    for (const entry of readdirSync(place, { withFileTypes: true, encoding: "buffer" })) {
      const name = entry.name.toString("latin1");
      const path = folder === "" ? name : `${folder}/${name}`;
      if (entry.isDirectory() && folders.has(path)) visit(path);
      else if (!files.has(path) || entry.isDirectory()) untracked.push(Buffer.from(path, "latin1"));
      else if (entry.isFile() && !hasMode(`${root}/${path}`, evenModes))
        oddModes.push(Buffer.from(path, "latin1"));
    }
  };
  visit("");
  return { untracked, oddModes };
}

/** A path beneath a folder whose name may be of any encoding. */
export function joinBytes(folder: string, path: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${folder}/`), path]);
}

function hasMode(place: string, modes: readonly number[]): boolean {
  return modes.includes(lstatSync(Buffer.from(place, "latin1")).mode & 0o7777);
}

function openFolder(place: Buffer): void {
  if ((lstatSync(place).mode & 0o700) !== 0o700) chmodSync(place, 0o755);
}
