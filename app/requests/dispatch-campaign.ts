import type { Config } from "../../src/config/schema.ts";
import { workflowNames } from "../../src/domain/workflow-names.ts";
import type { WriteOutcome } from "../../src/github-port.ts";
import type { Desk } from "../desk.ts";
import { dispatch } from "../runs/dispatch.ts";
import type { Wish } from "./parse-wish.ts";

/** Starts a campaign on the default branch. A wish can make it smaller than the configuration does, never larger. */
export function dispatchCampaign(wish: Partial<Wish>, desk: Desk): Promise<WriteOutcome> {
  return dispatch({ file: workflowNames.campaign, inputs: buildInputs(wish, desk.config.stop) }, desk);
}

function buildInputs(
  { goal = "", focus = [], maxCycles = null, maxHours = null, maxCostUsd = null }: Partial<Wish>,
  stop: Config["stop"],
): Readonly<Record<string, string>> {
  const inputs: readonly (readonly [string, string])[] = [
    ["goal", goal],
    ["focus", focus.join(",")],
    ["max-cycles", bound(maxCycles, stop.maxCycles)],
    ["max-hours", bound(maxHours, stop.maxHours)],
    ["max-cost", bound(maxCostUsd, stop.maxCostUsd)],
  ];
  return Object.fromEntries(inputs.filter(([, value]) => value !== ""));
}

function bound(asked: number | null, most: number | null): string {
  return asked === null ? "" : String(Math.min(asked, most ?? asked));
}
