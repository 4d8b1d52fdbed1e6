import { describeError, NightshiftError } from "../../domain/errors.ts";
import type { Git } from "../../ports.ts";
import type { Link } from "./build-chain.ts";

/** How many paths a reason names. */
const MAX_NAMED = 3;

/** A tree with edits on it, or why they do not belong there. */
export type PlacedEdits =
  | { readonly status: "placed"; readonly tree: string }
  | { readonly status: "conflict"; readonly reason: string };

/**
 * Puts a link's edits on another tree. Every file that they touch has to be there as it was where they were made, byte
 * for byte: who publishes writes the same contents and merges nothing, and what people are shown is what was judged.
 */
export async function placeEdits(
  { edits, parentTree, tree }: Link,
  onto: string,
  { git }: { readonly git: Pick<Git, "listFiles" | "buildTree"> },
): Promise<PlacedEdits> {
  if (onto === parentTree) return { status: "placed", tree };
  const [there, here] = [await listStates(parentTree, git), await listStates(onto, git)];
  const moved = edits.map(({ path }) => path).filter((path) => there.get(path) !== here.get(path));
  if (moved.length > 0) return { status: "conflict", reason: `it needs another ${nameSome(moved)}` };
  try {
    const built = await git.buildTree(onto, edits);
    if (built === onto) return { status: "conflict", reason: "it changes nothing there" };
    return { status: "placed", tree: built };
  } catch (error) {
    if (!(error instanceof NightshiftError)) throw error;
    return { status: "conflict", reason: describeError(error) };
  }
}

async function listStates(tree: string, git: Pick<Git, "listFiles">): Promise<ReadonlyMap<string, string>> {
  return new Map((await git.listFiles(tree)).map(({ path, mode, hash }) => [path, `${mode} ${hash}`]));
}

function nameSome(paths: readonly string[]): string {
  const more = paths.length > MAX_NAMED ? ` and ${paths.length - MAX_NAMED} more` : "";
  return `${paths.slice(0, MAX_NAMED).join(", ")}${more}`;
}
