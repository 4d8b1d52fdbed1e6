import type { CampaignFigures } from "./run-campaign.ts";
import { quantile } from "./summarize-outcomes.ts";

/** A campaign's figures as a table, beside the median time of one such bug in a repository of its own. Pure. */
export function renderCampaign(figures: CampaignFigures, singleSeconds: number): string {
  const { bugs, cycles, promoted, commits, stop, gateSeconds, fixSeconds, memoryMb, wallSeconds } = figures;
  const early = quantile(memoryMb.slice(7, 12), 0.5);
  const late = quantile(memoryMb.slice(-5), 0.5);
  const rows = [
    ["bugs, in as many modules of one repository", String(bugs)],
    ["promoted, each in a commit of its own", `${promoted} in ${cycles} cycles, ${commits} commits`],
    ["ended with", stop],
    ["one run of the gate", `${gateSeconds.toFixed(1)} s`],
    ["one such bug in a repository of its own (median)", `${singleSeconds.toFixed(1)} s`],
    ["three times that, and the gate", `${(3 * singleSeconds + gateSeconds).toFixed(1)} s`],
    ["time of a fix (median / p90)", `${fixSeconds.median.toFixed(1)} / ${fixSeconds.p90.toFixed(1)} s`],
    ["memory of the supervisor around cycle 10", `${early.toFixed(0)} MiB`],
    [`around cycle ${cycles}`, `${late.toFixed(0)} MiB`],
    ["all of it", `${(wallSeconds / 60).toFixed(1)} min`],
  ];
  return ["| campaign | |", "| --- | --- |", ...rows.map((row) => `| ${row.join(" | ")} |`)].join("\n");
}
