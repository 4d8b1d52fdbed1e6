import type { CommitInfo, Git } from "../ports.ts";

/** What became of the first of the waiting promotions. */
export type Placed =
  | { readonly status: "applied"; readonly tree: string }
  /** It is there already, and so are the `count - 1` after it. */
  | { readonly status: "landed"; readonly count: number }
  | { readonly status: "refused"; readonly reason: string };

/**
 * Applies the first of the waiting promotions on a tree. When it conflicts it may have landed squashed together with
 * later ones, so that is tried next. When a part of it is there already, people have merged it in another form, and
 * what they left out stays out.
 */
export async function placePromotion(
  { onto, waiting }: { readonly onto: string; readonly waiting: readonly [CommitInfo, ...CommitInfo[]] },
  { git }: { readonly git: Pick<Git, "applyChange" | "diff"> },
): Promise<Placed> {
  const [first] = waiting;
  const [parent] = first.parents;
  if (parent === undefined) {
    return { status: "refused", reason: "it has no parent to compare with" };
  }
  const applied = await git.applyChange(onto, parent, first.hash);
  if (applied.status === "conflict") {
    const count = await countLandedTogether({ onto, parent, waiting }, git);
    return count > 0
      ? { status: "landed", count }
      : { status: "refused", reason: `it conflicts in ${applied.paths.join(", ")}` };
  }
  if (applied.tree === onto) {
    return { status: "landed", count: 1 };
  }
  const [wanted, made] = await Promise.all([git.diff(parent, first.hash), git.diff(onto, applied.tree)]);
  return listChanges(wanted) === listChanges(made)
    ? { status: "applied", tree: applied.tree }
    : { status: "refused", reason: "a part of it is there already, in another form" };
}

/** How many promotions in a row, the first among them, are there as a whole; 0 when none. */
async function countLandedTogether(
  {
    onto,
    parent,
    waiting,
  }: { readonly onto: string; readonly parent: string; readonly waiting: readonly CommitInfo[] },
  git: Pick<Git, "applyChange">,
): Promise<number> {
  for (let count = 2; count <= waiting.length; count += 1) {
    const [before, last] = [waiting[count - 2], waiting[count - 1]];
    if (last === undefined || last.parents[0] !== before?.hash) {
      return 0;
    }
    const applied = await git.applyChange(onto, parent, last.hash);
    if (applied.status === "applied" && applied.tree === onto) {
      return count;
    }
  }
  return 0;
}

/** The changed lines of a diff and the files they are in, wherever in a file they stand. */
function listChanges(diff: string): string {
  const lines = diff.split("\n").filter((line) => /^(diff --git |[-+]|literal |delta )/.test(line));
  return lines.toSorted().join("\n");
}
