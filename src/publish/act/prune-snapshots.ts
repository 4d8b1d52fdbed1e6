import { nameRefs } from "../../domain/ref-names.ts";
import type { GitHub } from "../../github-port.ts";

/** Tags that one publication takes away. */
const maxRemoved = 50;

/**
 * Takes the oldest snapshot tags away so that the newest `keep` stay. Campaigns are named by their time, so names tell
 * the order. One that cannot be taken away stays, and is tried again next time.
 */
export async function pruneSnapshots(
  { prefix, keep }: { readonly prefix: string; readonly keep: number },
  { github }: { readonly github: Pick<GitHub, "listRefs" | "deleteRef"> },
): Promise<void> {
  const { snapshots } = nameRefs(prefix);
  const refs = (await github.listRefs(snapshots)).map(({ ref }) => ref);
  const oldestFirst = refs.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }));
  for (const ref of oldestFirst.slice(0, Math.max(0, refs.length - keep)).slice(0, maxRemoved))
    await github.deleteRef(ref);
}
