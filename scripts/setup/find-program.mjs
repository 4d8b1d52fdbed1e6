import { accessSync, constants } from "node:fs";
import path from "node:path";

/** Absolute path of a program in PATH, or null. Folders beneath `outside` do not count. */
export function findProgram(name, { outside } = {}) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(path.isAbsolute);
  const found = folders
    .filter((folder) => outside === undefined || path.relative(outside, folder).startsWith(".."))
    .map((folder) => path.join(folder, name))
    .find(isExecutable);
  return found ?? null;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
