import type { BundlePromotion, Changeset } from "../../domain/bundle.ts";
import type { FileEdit } from "../../domain/candidate.ts";
import { describeError, NightshiftError } from "../../domain/errors.ts";
import type { Git } from "../../ports.ts";
import { findPatchLie } from "./find-patch-lie.ts";
import { readEdits } from "./read-edits.ts";

/** A changeset whose tree was built here and is the one that the manifest tells. */
export type Link = {
  readonly edits: readonly FileEdit[];
  /** The tree that the edits were made on; its files are those that they expect. */
  readonly parentTree: string;
  readonly tree: string;
};

/** A link, or why there is none. */
export type BuiltLink =
  | { readonly status: "built"; readonly link: Link }
  | { readonly status: "refused"; readonly reason: string };

/** Builds the tree of a changeset and compares it with the one that is told. */
export async function buildLink(
  { parentTree, tree, changeset }: Pick<Link, "parentTree" | "tree"> & { readonly changeset: Changeset },
  { git }: { readonly git: Pick<Git, "buildTree" | "changedPaths"> },
): Promise<BuiltLink> {
  const read = readEdits(changeset);
  if (read.status === "refused")
    return { status: "refused", reason: `the content of ${JSON.stringify(read.path)} is no text` };
  const { edits } = read;
  try {
    const built = await git.buildTree(parentTree, edits);
    if (built !== tree)
      return {
        status: "refused",
        reason: `its changeset gives tree ${built}, not ${tree} as the manifest says`,
      };
    const changed = new Set(await git.changedPaths(parentTree, tree));
    const idle = edits.map(({ path }) => path).find((path) => !changed.has(path));
    return idle === undefined
      ? { status: "built", link: { edits, parentTree, tree } }
      : {
          status: "refused",
          reason: `its changeset names ${JSON.stringify(idle)} and changes nothing of it`,
        };
  } catch (error) {
    if (!(error instanceof NightshiftError)) throw error;
    return { status: "refused", reason: `its changeset does not apply: ${describeError(error)}` };
  }
}

/**
 * Builds what a bundle tells, promotion after promotion, from the tree that it tells as master's. Nothing is judged yet:
 * this only holds each changeset against its hashes and its patch. What comes after a hash that is wrong cannot be built
 * either.
 */
export async function buildChain(
  promotions: readonly {
    readonly facts: BundlePromotion;
    readonly changeset: Changeset;
    readonly patch: string;
  }[],
  deps: { readonly git: Pick<Git, "buildTree" | "changedPaths" | "diff" | "listFiles" | "readFile"> },
): Promise<readonly BuiltLink[]> {
  const links: BuiltLink[] = [];
  let broken: number | null = null;
  for (const { facts, changeset, patch } of promotions) {
    const { cycle, parentTree, tree } = facts;
    if (broken !== null) {
      const reason = `it is built on cycle ${broken}, whose tree is not what the manifest says`;
      links.push({ status: "refused", reason });
      continue;
    }
    const built = await buildLink({ parentTree, tree, changeset }, deps);
    if (built.status === "refused") broken = cycle;
    const lie =
      built.status === "refused"
        ? null
        : await findPatchLie({ patch, changeset }, { parentTree, tree }, deps);
    links.push(lie === null ? built : { status: "refused", reason: `its patch ${lie}` });
  }
  return links;
}
