import { workflowNames } from "../../../../src/domain/workflow-names.ts";
import type { WorkflowRun } from "../../../../src/github-port.ts";
import { craftZip } from "../../../helpers/craft-zip.ts";
import { pushFiles } from "../../../helpers/memory-github/memory-world.ts";
import type { DeliveredRuns, HostileFamily } from "../hostile-family.ts";
import { type Stage, zipOf } from "../stage.ts";

type Which = "campaign" | "verify";

/** The runs of campaign and verify as they are when all is well. */
export function openRuns({ world, honest }: Stage): DeliveredRuns {
  const { owner, name, defaultBranch } = world.info;
  const headSha = world.refs.get(`refs/heads/${defaultBranch}`) ?? "";
  const start = (which: Which): number => {
    const id = world.nextId();
    world.runs.push({
      ...{
        id,
        workflow: workflowNames[which],
        event: which === "campaign" ? "schedule" : "workflow_dispatch",
      },
      ...{ status: "completed", conclusion: "success", headSha, headBranch: defaultBranch },
      ...{
        headRepository: `${owner}/${name}`,
        url: `https://github.com/${owner}/${name}/actions/runs/${id}`,
      },
    });
    return id;
  };
  const runs = { campaign: start("campaign"), verify: start("verify") };
  upload(world, { run: runs.campaign, name: workflowNames.bundle, zip: zipOf(honest.bundle) });
  const verdict = craftZip([{ name: "verdict.json", bytes: honest.verdict }]);
  upload(world, { run: runs.verify, name: workflowNames.verdict, zip: verdict });
  return runs;
}

function upload(
  world: Stage["world"],
  { run, name, zip }: { readonly run: number; readonly name: string; readonly zip: Buffer },
): void {
  const facts = { id: world.nextId(), name, runId: run, isExpired: false, digest: "" };
  world.artifacts.push({ ...facts, sizeBytes: zip.length, zip });
}

/** A run whose facts are others, of the campaign or of verify by the dice. */
const run = (name: string, changesOf: (stage: Stage) => Partial<WorkflowRun>): HostileFamily => ({
  kind: "run",
  name,
  make(stage) {
    const runs = openRuns(stage);
    const id = runs[stage.dice.pick<Which>(["campaign", "verify"])];
    const found = stage.world.runs.find((each) => each.id === id);
    Object.assign(found ?? {}, changesOf(stage));
    return runs;
  },
});

/** Runs whose uploads are others. */
const artifact = (name: string, change: (stage: Stage, runs: DeliveredRuns) => void): HostileFamily => ({
  kind: "run",
  name,
  make(stage) {
    const runs = openRuns(stage);
    change(stage, runs);
    return runs;
  },
});

function exchangeVerdict({ world }: Stage, verify: number, zip: Buffer): void {
  const found = world.artifacts.find(({ runId }) => runId === verify);
  Object.assign(found ?? {}, { zip, sizeBytes: zip.length });
}

/** What the App must not take for its own: a fork's run, a pull request's, and what somebody else has uploaded. */
export const runFamilies: readonly HostileFamily[] = [
  run("a run of a fork", ({ world, dice }) => ({ headRepository: `${dice.word()}x/${world.info.name}` })),
  run("a run of a pull request", ({ dice }) => ({
    event: dice.pick(["pull_request", "pull_request_target", "push", "issue_comment", "workflow_run", ""]),
  })),
  run("a run on another branch", ({ dice }) => ({
    headBranch: dice.pick(["nightshift/master", `feature/${dice.word()}`, ""]),
  })),
  run("a run of another workflow file", ({ dice }) => ({ workflow: `${dice.word()}.yml` })),
  run("a run of a commit that nobody merged", ({ world, dice }) => ({
    headSha: pushFiles(world, {
      ref: `refs/heads/${dice.word()}`,
      files: { ".github/workflows/nightshift-verify.yml": `# ${dice.word()}\n` },
    }),
  })),
  artifact("two bundles of one name", (stage, { campaign }) => {
    const zip = zipOf(stage.tell({ campaign: "night-0" }).bundle);
    upload(stage.world, { run: campaign, name: workflowNames.bundle, zip });
  }),
  artifact("two verdicts of one name", ({ world, dice }, { verify }) =>
    upload(world, {
      ...{ run: verify, name: workflowNames.verdict },
      zip: craftZip([{ name: "verdict.json", bytes: Buffer.from(dice.word()) }]),
    }),
  ),
  artifact("a verdict that the campaign has left", ({ world }, { campaign, verify }) => {
    const found = world.artifacts.find(({ runId }) => runId === verify);
    Object.assign(found ?? {}, { runId: campaign });
  }),
  artifact("artifacts in another case", ({ world, dice }) => {
    Object.assign(dice.pick(world.artifacts), { name: "Nightshift-Verdict" });
  }),
  artifact("artifacts that have expired", ({ world, dice }) => {
    Object.assign(dice.pick(world.artifacts), { isExpired: true });
  }),
  artifact("a verdict beside another file", (stage, { verify }) =>
    exchangeVerdict(
      stage,
      verify,
      craftZip([
        { name: "verdict.json", bytes: stage.honest.verdict },
        { name: stage.dice.pick(["verdict.json", "Verdict.json", "../verdict.json", "run.sh"]) },
      ]),
    ),
  ),
  artifact("a verdict that is a bomb", (stage, { verify }) =>
    exchangeVerdict(
      stage,
      verify,
      craftZip([{ name: "verdict.json", bytes: Buffer.alloc(stage.dice.int(9, 15) * 1_048_576) }]),
    ),
  ),
  artifact("a run with a verdict of another bundle", (stage, { verify }) => {
    const { verdict } = stage.tell({ campaign: `night-${stage.dice.int(10_000, 99_999)}` });
    exchangeVerdict(stage, verify, craftZip([{ name: "verdict.json", bytes: verdict }]));
  }),
  artifact("a bundle that was exchanged after verify", (stage, { campaign }) => {
    const zip = zipOf(stage.tell({ campaign: `night-${stage.dice.int(10_000, 99_999)}` }).bundle);
    const found = stage.world.artifacts.find(({ runId }) => runId === campaign);
    Object.assign(found ?? {}, { zip, sizeBytes: zip.length });
  }),
];
