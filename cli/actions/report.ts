import { renderReport } from "../../src/report/render-report.ts";
import { renderRunResult } from "../../src/report/render-run-result.ts";
import { openForCommand } from "../open-for-command.ts";
import { readCampaign } from "../read-campaigns.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift report [campaign]`: the report in Markdown, or under `--json` what `run --json` printed. */
export async function reportAction(
  { options, output }: ActionInput<object>,
  campaign: string | undefined,
): Promise<undefined> {
  const { paths } = await openForCommand(options, output);
  const state = await readCampaign(paths, campaign);
  output.result({
    json: renderRunResult(state, { journal: paths.journal(state.campaign) }),
    text: renderReport(state),
  });
  return undefined;
}
