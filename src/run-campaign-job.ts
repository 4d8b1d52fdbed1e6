import pLimit from "p-limit";
import type { Runner } from "./adapters/actions/create-runner.ts";
import type { ActionsContext } from "./adapters/actions/read-actions-context.ts";
import { runCampaign } from "./campaign/run-campaign.ts";
import type { CampaignState } from "./domain/campaign-state.ts";
import type { CampaignFlags } from "./flag-settings.ts";
import { openForJob } from "./open-for-job.ts";
import { openJobStop } from "./open-job-stop.ts";
import { readAsked } from "./read-asked.ts";
import { readVersion } from "./read-version.ts";
import { renderReproduction } from "./render-reproduction.ts";
import { cutSummary } from "./report/cut-summary.ts";
import { listAnnotations } from "./report/list-annotations.ts";
import { renderJobSummary } from "./report/render-job-summary.ts";
import { type SavedBundle, saveBundle } from "./save-bundle.ts";
import { showJobLog } from "./show-job-log.ts";
import { startCampaign } from "./start-campaign.ts";

/** What the campaign action is asked for. */
export type CampaignJobInput = {
  readonly flags: CampaignFlags;
  /** A folder in the checkout. */
  readonly repo: string;
  readonly config?: string | undefined;
  readonly root?: string | undefined;
  /** A file; undefined: the issue that was labelled, or none. */
  readonly issue?: string | undefined;
  readonly dryRun: boolean;
  /** Of the model's provider; "" for none. */
  readonly apiKey: string;
  /** Of the job. */
  readonly timeoutMinutes: number;
  /** Folder that the bundle is written into. */
  readonly bundle: string;
};

/** What the campaign action runs in. */
export type CampaignJobDeps = {
  readonly runner: Runner;
  readonly context: ActionsContext;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/**
 * A campaign as a step of a workflow: makes the runner ready, runs it, and leaves bundle, outputs, annotations and the
 * summary, however it ended. Gives the exit code: 1 where the campaign failed. Asked to stop, it writes what there is
 * before the runner kills it.
 *
 * Throws what `openForJob`, `readAsked` and `startCampaign` throw.
 */
export async function runCampaignJob(input: CampaignJobInput, deps: CampaignJobDeps): Promise<number> {
  const { runner, context } = deps;
  const { repository, deadlineMs } = await openForJob(input, deps);
  const issue = await readAsked(input.issue, context);
  using stop = openJobStop({ deadlineMs, onStop: (reason) => runner.print(`Stopping: ${reason}.`) });
  await using started = await startCampaign(
    {
      ...{ isDryRun: input.dryRun, isResume: false, issue, signal: stop.signal },
      ...{ onEvent: showJobLog(runner), onProgress: () => {} },
    },
    repository,
  );
  // What is saved beside a campaign that takes long to stop, and what it leaves itself, are one folder.
  const inTurn = pLimit(1);
  const save = (): Promise<SavedBundle> =>
    inTurn(() =>
      saveBundle(
        { folder: input.bundle, repository: context.repository, nightshift: readVersion() },
        started.deps,
      ),
    );
  stop.onLastCall(async () => tellOutputs(runner, started.deps.log.state(), await save(), input.bundle));
  const state = await runCampaign(started.deps);
  const saved = await save();
  tellOutputs(runner, state, saved, input.bundle);
  for (const { level, title, message } of listAnnotations(state)) runner.annotate(level, message, title);
  const reproduce = renderReproduction(input.flags);
  runner.appendSummary(cutSummary(renderJobSummary({ state, reproduce, leftOut: saved.leftOut })));
  return state.status === "failed" ? 1 : 0;
}

function tellOutputs(runner: Runner, state: CampaignState, { id }: SavedBundle, folder: string): void {
  const { inputTokens, outputTokens } = state.modelSpend;
  const outputs = {
    campaign: state.campaign,
    "stop-reason": state.stopReason ?? "STOPPED",
    promoted: String(state.promoted),
    rejected: String(state.rejected),
    "cost-usd": String(state.costUsd),
    tokens: String(inputTokens + outputTokens),
    bundle: id === null ? "" : folder,
    "bundle-id": id ?? "",
    base: state.base,
  };
  for (const [name, value] of Object.entries(outputs)) runner.setOutput(name, value);
}
