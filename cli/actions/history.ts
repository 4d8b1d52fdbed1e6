import { listHistory, renderHistory } from "../../src/report/render-history.ts";
import { openForCommand } from "../open-for-command.ts";
import { readCampaigns } from "../read-campaigns.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift history`: past campaigns with their promotions, newest first. */
export async function historyAction({
  options,
  output,
}: ActionInput<{ readonly limit: number }>): Promise<undefined> {
  const { paths } = await openForCommand(options, output);
  const rows = listHistory(await readCampaigns(paths, options.limit));
  output.result({ json: rows, text: rows.length === 0 ? "No campaign has run here." : renderHistory(rows) });
  return undefined;
}
