import type { AcceptedBundle } from "../accept-bundle.ts";
import type { WantedTree } from "./create-tree-builder.ts";

/** What trees are made on: what master carries, then promotion after promotion. Pure. */
export function listTrees({
  bundle,
  masterTree,
  promotions,
}: Pick<AcceptedBundle, "bundle" | "masterTree" | "promotions">): readonly WantedTree[] {
  const { baseTree } = bundle.manifest;
  const stack: WantedTree[] =
    bundle.master === null || masterTree === baseTree
      ? []
      : [{ onto: baseTree, changeset: bundle.master, tree: masterTree }];
  let onto = masterTree;
  for (const { changeset, verdict } of promotions) {
    if (verdict.tree === null) continue;
    stack.push({ onto, changeset, tree: verdict.tree });
    onto = verdict.tree;
  }
  return stack;
}
