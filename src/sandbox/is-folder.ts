import { statSync } from "node:fs";

/** Whether there is a folder at a path, links followed. One that cannot be looked at, such as in another's home, is none. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
