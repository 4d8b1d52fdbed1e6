import { renderStatus } from "../../src/report/render-status.ts";
import { openForCommand } from "../open-for-command.ts";
import { readCampaign } from "../read-campaigns.ts";
import type { ActionInput } from "../run-action.ts";

/** `nightshift status`: how the current or the last campaign stands, from its journal. */
export async function statusAction({ options, output }: ActionInput<object>): Promise<undefined> {
  const { paths } = await openForCommand(options, output);
  const status = renderStatus(await readCampaign(paths, undefined));
  const lines = Object.entries(status).map(([key, value]) => `${key}: ${renderValue(value)}`);
  output.result({ json: status, text: lines.join("\n") });
  return undefined;
}

function renderValue(value: unknown): string {
  if (value === null) return "none";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
