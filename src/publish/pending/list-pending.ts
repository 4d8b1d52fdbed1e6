import { z } from "zod";
import type { GitHub } from "../../github-port.ts";
import { memoryRef } from "../../memory/memory-files.ts";
import { type Pending, pendingSchema } from "./pending.ts";

/** A publication that was cut short. */
export type PendingPublication = {
  readonly campaign: string;
  readonly path: string;
  readonly pending: Pending;
};

/** Publications that are looked at, the newest ones: artifacts are gone after some weeks. */
const maxLooked = 5;
const maxBytes = 1024 * 1024;

const noteSchema = z.object({ campaign: z.string(), pending: pendingSchema.nullable() });

/** Publications that GitHub's limits have cut short, the oldest first, from the memory branch. What cannot be read is none. */
export async function listPending(
  { prefix }: { readonly prefix: string },
  { github }: { readonly github: Pick<GitHub, "getRef" | "getCommit" | "listTree" | "readFile"> },
): Promise<readonly PendingPublication[]> {
  const commit = await github.getRef(memoryRef(prefix));
  const tree = commit === null ? undefined : (await github.getCommit(commit))?.tree;
  if (commit === null || tree === undefined) return [];
  // Campaigns are named by the time of their start.
  const paths = (await github.listTree(tree))
    .map(({ path }) => path)
    .filter((path) => /^publications\/[0-9a-z-]{1,80}\.json$/.test(path))
    .toSorted()
    .slice(-maxLooked);
  const found: PendingPublication[] = [];
  for (const path of paths) {
    const note = parseNote(await github.readFile(commit, path));
    if (note?.pending) found.push({ campaign: note.campaign, path, pending: note.pending });
  }
  return found;
}

function parseNote(bytes: Buffer | null): z.infer<typeof noteSchema> | null {
  if (bytes === null || bytes.length > maxBytes) return null;
  try {
    return noteSchema.parse(JSON.parse(bytes.toString("utf8")));
  } catch {
    return null;
  }
}
