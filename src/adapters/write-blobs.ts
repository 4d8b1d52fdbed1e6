import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { GitCommand } from "./git-command.ts";
import { openTemporaryFolder } from "./temporary-folder.ts";

/** Writes contents as they are, no filter applied; hashes in order. One git process, however many they are. */
export async function writeBlobs(
  command: GitCommand,
  contents: readonly (string | Uint8Array)[],
): Promise<readonly string[]> {
  await using folder = await openTemporaryFolder();
  const paths = await Promise.all(
    contents.map(async (content, at) => {
      const path = join(folder.path, String(at));
      await writeFile(path, content);
      return path;
    }),
  );
  if (paths.length === 0) {
    return [];
  }
  const stdin = `${paths.join("\n")}\n`;
  const hashes = await command.text(["hash-object", "-w", "--no-filters", "--stdin-paths"], { stdin });
  return hashes.trim().split("\n");
}
