import { runCampaign } from "../../src/campaign/run-campaign.ts";
import { flagSettings } from "../../src/flag-settings.ts";
import { openStopSignals } from "../../src/open-stop-signals.ts";
import { readIssue } from "../../src/read-issue.ts";
import { renderRunResult } from "../../src/report/render-run-result.ts";
import { startCampaign } from "../../src/start-campaign.ts";
import type { RunOptions } from "../commands/run.ts";
import { openForCommand } from "../open-for-command.ts";
import { renderEnd } from "../render-end.ts";
import type { ActionInput } from "../run-action.ts";
import { showCampaign } from "../show-campaign.ts";

/** `nightshift run`: a whole campaign. Gives 0 when it ended by a stop reason and 1 when it failed. */
export async function runCampaignAction({ options, output }: ActionInput<RunOptions>): Promise<number> {
  const issue = options.issue === undefined ? null : await readIssue(options.issue);
  const repository = await openForCommand(options, output, flagSettings(options));
  const view = showCampaign(process.stderr, options);
  using stop = openStopSignals(() =>
    output.note("Stopping after this step. Press Ctrl-C again to stop at once."),
  );
  await using started = await startCampaign(
    {
      isDryRun: options.dryRun === true,
      isResume: options.resume === true,
      isUnsafe: options.safety === false,
      issue,
      signal: stop.signal,
      onEvent: view.onEvent,
      onProgress: view.onProgress,
    },
    repository,
  );
  const state = await runCampaign(started.deps);
  view.close();
  const { paths } = repository;
  const places = { report: paths.report(state.campaign), patches: paths.patches(state.campaign) };
  output.result({
    json: renderRunResult(state, { journal: started.deps.log.path }),
    text: renderEnd(state, { root: repository.git.root, ...places }),
  });
  return state.status === "failed" ? 1 : 0;
}
