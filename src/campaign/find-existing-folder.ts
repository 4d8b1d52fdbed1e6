import { stat } from "node:fs/promises";
import { dirname } from "node:path";

/** The path itself or the nearest one above it that exists. Throws the system's error but for what is not there. */
export async function findExistingFolder(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (error) {
    const above = dirname(path);
    if (above === path || (error as NodeJS.ErrnoException).code !== "ENOENT") {
      throw error;
    }
    return findExistingFolder(above);
  }
}
