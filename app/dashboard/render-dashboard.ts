import { nameSuggestion } from "../../src/publish/bundle/name-files.ts";
import { showCode, showCodeCell } from "../../src/report/show-code.ts";
import { addNote } from "../notes/hidden-note.ts";
import { renderOutcome } from "../requests/render-request.ts";
import { type DashboardBox, renderBox } from "./dashboard-box.ts";
import type { DashboardState } from "./dashboard-state.ts";

/** What is shown of each list. */
const maxRows = 10;
const maxOffers = 40;

/** The dashboard's issue: the state, and a box for each thing that can be asked for. Pure. */
export function renderDashboard(state: DashboardState): string {
  const { running, declined } = state;
  const boxes: readonly (readonly [DashboardBox, string])[] = [
    [{ action: "start" }, "start a campaign"],
    ...(running.length === 0 ? [] : [[{ action: "stop" }, "stop the campaign that is running"] as const]),
  ];
  const again = declined
    .slice(0, maxOffers)
    .map(({ pullRequest }) =>
      renderBox(
        { action: "again", number: pullRequest.number },
        `#${pullRequest.number} ${showCode(pullRequest.title)}`,
      ),
    );
  const { calls, hitRate, remaining } = state.usage;
  const usage =
    `_The task that last changed this made ${calls} calls of GitHub's API; ${Math.round(hitRate * 100)} % of its reads ` +
    `were answered from the cache, and ${remaining ?? "an unknown number of"} calls were left._`;
  const text = [
    "Nightshift keeps this issue current. Ticking a box counts for people with write permission; so do the comments " +
      "`/status`, `/stop` and `/retry`.",
    renderState(state),
    ["### Declined: tick to have it tried again", again.length === 0 ? "None." : again.join("\n")].join(
      "\n\n",
    ),
    ["### Ask for something", boxes.map(([box, label]) => renderBox(box, label)).join("\n")].join("\n\n"),
    usage,
  ].join("\n\n");
  return addNote(text, { kind: "dashboard" });
}

/** A dashboard without what changes from one task to the next. Pure. */
export function dropUsage(body: string): string {
  return body.replace(/^_The task that last changed this .*$/m, "");
}

/** The state alone, for `/status` too. Pure. */
export function renderState({ configFault, running, entries, open }: DashboardState): string {
  const rows = entries
    .slice(0, maxRows)
    .map(
      (entry) =>
        `| [${entry.run}](${entry.url}) | ${showCodeCell(entry.campaign)} | ${entry.at.slice(0, 16).replace("T", " ")} | ${escapeBars(renderOutcome(entry))} | ${entry.costUsd.toFixed(2)} |`,
    );
  const offers = open.slice(0, maxOffers).map(({ pullRequest }) => {
    const notes = [
      pullRequest.isDraft ? "draft" : "ready for review",
      ...(pullRequest.labels.includes("nightshift:stale") ? ["its files have changed"] : []),
    ];
    return `- #${pullRequest.number} ${showCode(pullRequest.title)} (${notes.join(", ")})`;
  });
  const suggestions = entries
    .slice(0, maxRows)
    .flatMap(({ run, url, suggestions: suggested }) =>
      suggested.map(
        ({ cycle, subject, confidence }) =>
          `- ${showCode(subject)}, ${Math.floor(confidence * 100)} % sure: \`${nameSuggestion(cycle)}\` in the artifact of [run ${run}](${url})`,
      ),
    );
  const fault =
    configFault === null
      ? []
      : [`**The configuration is not valid, so nothing is started:** ${showCode(configFault)}`];
  return [
    ...fault,
    "### Campaigns",
    running.length === 0
      ? "None is running."
      : running
          .map(({ url, status }) => `- [${status === "queued" ? "waiting" : "running"}](${url})`)
          .join("\n"),
    ...(rows.length === 0
      ? ["None has ended yet."]
      : [
          [
            "| run | campaign | at (UTC) | what came of it | US$ |",
            "| --- | --- | --- | --- | --- |",
            ...rows,
          ].join("\n"),
        ]),
    "### Open promotions",
    offers.length === 0 ? "None." : offers.join("\n"),
    ...(suggestions.length === 0
      ? []
      : [
          "### Suggestions",
          "Every gate let these through and the brain was not sure enough: nothing is verified, and nothing is offered.",
          suggestions.slice(0, maxOffers).join("\n"),
        ]),
  ].join("\n\n");
}

/** In code a bar ends a cell too. */
function escapeBars(text: string): string {
  return text.replaceAll(/(?<!\\)\|/g, "\\|");
}
