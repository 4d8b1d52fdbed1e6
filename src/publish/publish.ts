import type { GitHub } from "../github-port.ts";
import type { Clock } from "../ports.ts";
import { type AcceptedBundle, acceptBundle, type PublishSource } from "./accept-bundle.ts";
import { actOnPlan } from "./act/act-on-plan.ts";
import { storeOutcome } from "./act/store-outcome.ts";
import type { MemoryGit } from "./lessons/store-lessons.ts";
import type { PublicationPlan } from "./plan/publication-plan.ts";
import { planPublication } from "./plan-publication.ts";
import type { Publication } from "./publication.ts";
import type { PublicationRefusal } from "./publication-refusal.ts";
import { readPublishState } from "./state/read-publish-state.ts";
import type { PatchWriter } from "./write-patches.ts";

/** What publishing needs. */
export type PublishDeps = {
  readonly github: GitHub;
  readonly clock: Pick<Clock, "now">;
  /** The memory branch beneath a prefix, on GitHub. */
  openMemory(prefix: string): MemoryGit;
  readonly writePatches: PatchWriter;
};

/** A dry run's end: what would be done. */
export type PlannedPublication = { readonly status: "planned"; readonly plan: PublicationPlan };

/**
 * Publishes a campaign's bundle: master, snapshots, branches, draft pull requests, memory. Nothing of the repository is
 * run or checked out; every tree is built from the bundle's contents and has to have the hash that verify told. Each step
 * finds what an earlier run has done, so that doing it again, after a kill at any moment too, ends the same. Throws the
 * port's errors, but for limits: those end it as `interrupted`.
 */
export async function publish(
  source: PublishSource & {
    readonly isDryRun?: boolean;
    /** Whether closed pull requests stay unmarked: who learns from them marks them afterwards. Default: they are marked. */
    readonly leavesDeclines?: boolean;
  },
  deps: PublishDeps,
): Promise<Publication | PlannedPublication | PublicationRefusal> {
  const accepted = await acceptBundle(source, deps);
  if (accepted.status === "refused") return accepted;
  const plan = await makePlan(accepted, deps);
  if (source.isDryRun === true) return { status: "planned", plan: plan.plan };
  const declines = source.leavesDeclines === true ? [] : plan.plan.declines;
  const done = await actOnPlan({ ...accepted, ...plan, plan: { ...plan.plan, declines } }, deps);
  const { verdictCid, run = null } = source;
  return storeOutcome({ accepted, done, verdictCid, run, at: plan.at }, deps);
}

async function makePlan(
  { bundle, masterTree, promotions, sacred, settings }: AcceptedBundle,
  { github, clock }: Pick<PublishDeps, "github" | "clock">,
) {
  const { manifest, master } = bundle;
  const state = await readPublishState({ manifest, masterTree, sacred, prefix: settings.prefix }, { github });
  const carriedPaths = (master?.files ?? []).map(({ path }) => path);
  const at = clock.now();
  const plan = planPublication({ manifest, carriedPaths, masterTree, promotions, state, settings, at });
  return { plan, state, at };
}
