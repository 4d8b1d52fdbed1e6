import { readRunBundle } from "../../../app/runs/read-run-bundle.ts";
import { trustRun } from "../../../app/runs/trust-run.ts";
import { workflowNames } from "../../../src/domain/workflow-names.ts";
import type { PublishSource } from "../../../src/publish/accept-bundle.ts";
import { createHistory } from "../../../src/publish/state/create-history.ts";
import { readRunVerdict } from "../../../src/read-run-verdict.ts";
import { createMemoryGitHub } from "../../helpers/memory-github.ts";
import { publishInto } from "../../helpers/publish-rig.ts";
import type { DeliveredRuns, HostileFamily } from "./hostile-family.ts";
import { openStage, type Stage } from "./stage.ts";

/** "accepted", or what it was refused by. */
export type DeliveryOutcome = "accepted" | `refused: ${string}`;

/** One case of a family, all the way that such a thing would take. */
export async function tryFamily(family: HostileFamily, seed: number): Promise<DeliveryOutcome> {
  const stage = openStage(seed);
  switch (family.kind) {
    case "refused":
      return tryToPlan(stage, family.make(stage));
    case "stopped":
      return tryToPublish(stage, family.make(stage));
    case "run":
      return tryRuns(stage, family.make(stage));
    default:
      return family satisfies never;
  }
}

/** Reader, binding and plan. A plan is as far as anything hostile may not come; a write is worse. */
export async function tryToPlan(
  { world }: Pick<Stage, "world">,
  source: PublishSource,
): Promise<DeliveryOutcome> {
  const { done, listWrites } = publishInto(world, source, { isDryRun: true });
  const outcome = await done;
  return outcome.status === "refused" && listWrites().length === 0 ? `refused: ${outcome.rule}` : "accepted";
}

/** The whole of publish: no branch, no tag, no pull request may come of it. */
async function tryToPublish(
  { world }: Pick<Stage, "world">,
  source: PublishSource,
): Promise<DeliveryOutcome> {
  const before = new Map(world.refs);
  const outcome = await publishInto(world, source).done;
  const written = [...world.refs].filter(
    ([ref, commit]) => before.get(ref) !== commit && ref !== "refs/heads/nightshift/memory",
  );
  if (written.length > 0 || world.pullRequests.size > 0) return "accepted";
  // That nothing came of it has to be for the trees, not because it could not be read.
  return outcome.status === "published" && outcome.left.some(({ rule }) => rule === "stopped")
    ? "refused: stopped"
    : `refused: other than by its trees: ${JSON.stringify(outcome).slice(0, 300)}`;
}

/** As the App takes a campaign's bundle and the verdict of a run of verify. */
export async function tryRuns(
  { world }: Pick<Stage, "world">,
  runs: DeliveredRuns,
): Promise<DeliveryOutcome> {
  const { github } = createMemoryGitHub({ world });
  const { info } = world;
  const branch = info.defaultBranch;
  const commit = world.refs.get(`refs/heads/${branch}`) ?? "";
  const findInHistory = createHistory({ descendant: commit, limit: 100 }, { github });
  const desk = { github, info, sacred: { branch, commit }, findInHistory };
  for (const which of ["campaign", "verify"] as const) {
    const run = await github.getRun(runs[which]);
    if (run === null) return "refused: run";
    const events = which === "campaign" ? ["schedule", "workflow_dispatch"] : ["workflow_dispatch"];
    const trust = await trustRun(run, { workflow: workflowNames[which], events }, desk);
    if (trust.status === "refused") return "refused: run";
  }
  const bundle = await readRunBundle(runs.campaign, desk);
  if (bundle.status !== "read") return "refused: bundle";
  const verdict = await readRunVerdict(runs.verify, desk);
  if (verdict.status !== "read") return "refused: verdict";
  return tryToPlan(
    { world },
    { bundle: { zip: bundle.zip }, verdict: verdict.bytes, verdictCid: verdict.cid },
  );
}
