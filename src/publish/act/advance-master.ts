import type { Manifest } from "../../domain/bundle.ts";
import { nameRefs } from "../../domain/ref-names.ts";
import type { GitHub, WriteOutcome } from "../../github-port.ts";
import type { MasterPlan, PlannedCommit } from "../plan/publication-plan.ts";
import type { TreeBuilder } from "./create-tree-builder.ts";
import { renderPromotionMessage, renderStartMessage } from "./render-messages.ts";

/** Where a step left master. */
export type MasterStep =
  | { readonly status: "advanced"; readonly commit: string }
  | { readonly status: "stopped"; readonly reason: string };

/** What moving master needs. */
export type MasterDeps = {
  readonly github: Pick<GitHub, "getRef" | "createRef" | "updateRef" | "createCommit">;
  readonly trees: TreeBuilder;
};

/** What is the same for all steps of one publication. */
export type MasterInput = {
  readonly manifest: Manifest;
  readonly masterTree: string;
  readonly prefix: string;
};

/**
 * Puts the commit on master that a campaign's promotions stand on: the base, or one that joins master and the base. The
 * tree of the first of them is built before, and so what is carried is too.
 */
export async function startMaster(
  { manifest, masterTree, prefix }: MasterInput,
  {
    start,
    commit,
  }: { readonly start: Extract<MasterPlan, { status: "advance" }>["start"]; readonly commit: string | null },
  { github }: Pick<MasterDeps, "github">,
): Promise<MasterStep> {
  const { base, baseTree } = manifest;
  const ref = nameRefs(prefix).master;
  if (start === "done" || start === "as-it-is")
    return commit === null ? stop("there is no master") : { status: "advanced", commit };
  if (start === "base" && masterTree !== baseTree)
    return stop("promotions are carried, and there is no master");
  if (start === "base" || commit === null) return move(base, { ref, from: commit }, github);
  const hasCarried = masterTree !== baseTree;
  const message = renderStartMessage(manifest, { hasCarried });
  const to = await github.createCommit({ tree: masterTree, parents: [commit, base], message });
  return move(to, { ref, from: commit }, github);
}

/**
 * Puts one promotion on master: its tree is built and compared, the snapshot tag is set on what master was, then master
 * moves. A tag that is there already is from a run that was cut off here, and has to say the same.
 */
export async function promoteOnMaster(
  { promotion, onto, tree }: PlannedCommit,
  { manifest, prefix, parent }: Pick<MasterInput, "manifest" | "prefix"> & { readonly parent: string },
  { github, trees }: MasterDeps,
): Promise<MasterStep> {
  const names = nameRefs(prefix);
  const built = await trees.build({ onto, changeset: promotion.changeset, tree });
  if (built.status === "refused") return stop(built.reason);
  const snapshot = names.snapshot(manifest.campaign, promotion.facts.cycle);
  const tagged = await github.createRef(snapshot, parent);
  if (tagged.status === "forbidden") return stop(tagged.reason);
  if (tagged.status === "moved" && (await github.getRef(snapshot)) !== parent)
    return stop(`${snapshot} is on another commit than master`);
  const message = renderPromotionMessage(manifest.campaign, promotion);
  const to = await github.createCommit({ tree, parents: [parent], message });
  return move(to, { ref: names.master, from: parent }, github);
}

async function move(
  to: string,
  { ref, from }: { readonly ref: string; readonly from: string | null },
  github: MasterDeps["github"],
): Promise<MasterStep> {
  const outcome: WriteOutcome =
    from === null ? await github.createRef(ref, to) : await github.updateRef(ref, to);
  if (outcome.status === "done") return { status: "advanced", commit: to };
  // An answer that was lost and asked for again looks as if somebody else had been there.
  if (outcome.status === "moved" && (await github.getRef(ref)) === to)
    return { status: "advanced", commit: to };
  return stop(outcome.reason);
}

function stop(reason: string): MasterStep {
  return { status: "stopped", reason };
}
