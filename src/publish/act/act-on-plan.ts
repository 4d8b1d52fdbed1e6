import { NightshiftError } from "../../domain/errors.ts";
import type { GitHub } from "../../github-port.ts";
import type { AcceptedBundle } from "../accept-bundle.ts";
import { declinePullRequest } from "../decline-pull-request.ts";
import type { PlannedCommit, PlannedOffer, PublicationPlan } from "../plan/publication-plan.ts";
import type { NotPublished, Publication, PublishedPullRequest } from "../publication.ts";
import type { PublishState } from "../state/publish-state.ts";
import { type MasterInput, type MasterStep, promoteOnMaster, startMaster } from "./advance-master.ts";
import { createTreeBuilder } from "./create-tree-builder.ts";
import { findQuotaLack } from "./find-quota-lack.ts";
import { listTrees } from "./list-trees.ts";
import { openOffer, promotionLabel } from "./open-offer.ts";
import { pruneSnapshots } from "./prune-snapshots.ts";

/** What was done of a plan. `waiting`: cycles that GitHub's limits left to the next run. */
export type DonePlan = Pick<Publication, "status" | "reason" | "pullRequests" | "left" | "master"> & {
  readonly waiting: readonly number[];
};

/** What acting takes. */
export type ActInput = AcceptedBundle & {
  readonly plan: PublicationPlan;
  readonly state: PublishState;
  readonly at: string;
};

type Progress = {
  readonly pullRequests: PublishedPullRequest[];
  readonly left: NotPublished[];
  readonly heads: Map<string, string>;
  master: Publication["master"];
};

/** Does what is planned, promotion after promotion: master first, then its pull request, so that a cut leaves whole ones. */
export async function actOnPlan(input: ActInput, deps: { readonly github: GitHub }): Promise<DonePlan> {
  const { plan } = input;
  const progress: Progress = {
    ...{ pullRequests: [], left: [...plan.left], heads: new Map() },
    master: {
      status: plan.master.status === "left" ? "left" : "unchanged",
      reason: plan.master.status === "advance" ? "" : plan.master.reason,
    },
  };
  const planned = plan.offers.flatMap(({ cycles }) => cycles);
  const settle = (status: DonePlan["status"], reason: string): DonePlan => {
    const settled = new Set([
      ...progress.pullRequests.flatMap(({ cycles }) => cycles),
      ...progress.left.map(({ cycle }) => cycle),
    ]);
    return { ...progress, status, reason, waiting: planned.filter((cycle) => !settled.has(cycle)) };
  };
  try {
    for (const number of plan.declines) {
      const known = input.state.offers.known.find(({ pullRequest }) => pullRequest.number === number);
      if (known !== undefined) await declinePullRequest(known.pullRequest, deps);
    }
    const lack = await actOnPromotions(input, progress, deps);
    const { keep } = input.config.snapshots;
    if (progress.master.status === "advanced")
      await pruneSnapshots({ prefix: input.settings.prefix, keep }, deps);
    return lack === null ? settle("published", "") : settle("interrupted", lack);
  } catch (error) {
    if (!(error instanceof NightshiftError) || error.code !== "GITHUB_RATE_LIMITED") throw error;
    return settle("interrupted", error.message);
  }
}

async function actOnPromotions(
  input: ActInput,
  progress: Progress,
  { github }: { readonly github: GitHub },
): Promise<string | null> {
  const { plan, bundle, settings, masterTree, state, at } = input;
  const { manifest } = bundle;
  const deps = { github, trees: createTreeBuilder({ stack: listTrees(input) }, { github }) };
  const master: MasterInput = { manifest, masterTree, prefix: settings.prefix };
  const toMaster = new Map(
    plan.master.status === "advance"
      ? plan.master.commits.map((commit) => [commit.promotion.facts.cycle, commit])
      : [],
  );
  const offerOf = new Map<number, PlannedOffer>(
    plan.offers.map((offer) => [offer.cycles.at(-1) ?? -1, offer]),
  );
  if (plan.offers.some(({ known }) => known === null)) await github.ensureLabel(promotionLabel);
  let head: string | null = null;
  for (const { facts, changeset } of input.promotions) {
    const { cycle } = facts;
    const commit = toMaster.get(cycle);
    const offer = offerOf.get(cycle);
    if (commit === undefined && offer === undefined) continue;
    const lack = await findQuotaLack({ files: changeset.files.length }, { github });
    if (lack !== null) return lack;
    if (commit !== undefined && progress.master.status !== "left" && plan.master.status === "advance") {
      const start: string | null =
        head ?? (await startHead(commit, plan.master.start, { master, state, progress }, deps));
      const step: MasterStep | null =
        start === null ? null : await promoteOnMaster(commit, { ...master, parent: start }, deps);
      if (step?.status === "advanced") {
        head = step.commit;
        progress.master = { status: "advanced", reason: "" };
      } else if (step !== null) progress.master = { status: "left", reason: step.reason };
    }
    if (offer !== undefined) await offerPromotion(offer, { input, progress, at }, deps);
  }
  return null;
}

/** Nothing is written before the first tree is known to be the one that verify told. */
async function startHead(
  { promotion, onto, tree }: PlannedCommit,
  start: Parameters<typeof startMaster>[1]["start"],
  {
    master,
    state,
    progress,
  }: { readonly master: MasterInput; readonly state: PublishState; readonly progress: Progress },
  deps: Parameters<typeof promoteOnMaster>[2],
): Promise<string | null> {
  const built = await deps.trees.build({ onto, changeset: promotion.changeset, tree });
  const step: MasterStep =
    built.status === "refused"
      ? { status: "stopped", reason: built.reason }
      : await startMaster(master, { start, commit: state.master.commit }, deps);
  if (step.status === "advanced") return step.commit;
  progress.master = { status: "left", reason: step.reason };
  return null;
}

async function offerPromotion(
  offer: PlannedOffer,
  { input, progress, at }: { readonly input: ActInput; readonly progress: Progress; readonly at: string },
  deps: Parameters<typeof openOffer>[2],
): Promise<void> {
  const { bundle, state } = input;
  const isOnMaster = offer.story.isOnMaster && progress.master.status !== "left";
  const opened = await openOffer(
    { ...offer, story: { ...offer.story, isOnMaster } },
    { manifest: bundle.manifest, baseBlobs: state.baseBlobs, heads: progress.heads, at },
    deps,
  );
  if (opened.status === "stopped") {
    const titles = new Map(bundle.promotions.map(({ facts }) => [facts.cycle, facts.item.title]));
    for (const cycle of offer.cycles)
      progress.left.push({ cycle, title: titles.get(cycle) ?? "", rule: "stopped", reason: opened.reason });
    return;
  }
  if (opened.head !== null) progress.heads.set(offer.ref, opened.head);
  const { number, url } = opened.pullRequest;
  progress.pullRequests.push({ number, url, cycles: offer.cycles, status: opened.status });
}
