import type { CampaignState } from "../domain/campaign-state.ts";
import { formatDuration } from "./format-duration.ts";
import { markdown } from "./markdown.ts";
import { renderCost } from "./render-spend.ts";
import { renderSuggestions } from "./render-suggestions.ts";

const { code, codeCell } = markdown;

/** Cycles of the table; the report in the bundle has all. */
const maxCycles = 200;

/** What a summary is made of. */
export type JobSummaryInput = {
  readonly state: CampaignState;
  /** Command that does the same on one machine. */
  readonly reproduce: string;
  /** What of the campaign did not get into the bundle, one reason each. */
  readonly leftOut: readonly string[];
};

/** A campaign for the page of its run, in Markdown: how it ended, each cycle, what it cost, how to repeat it. Pure. */
export function renderJobSummary({ state, reproduce, leftOut }: JobSummaryInput): string {
  const { cycles } = state;
  const rows = cycles
    .slice(0, maxCycles)
    .map(
      ({ cycle, item, outcome, reason, durationMs }) =>
        `| ${cycle} | ${codeCell(item.title)} | ${outcome} | ${codeCell(reason)} | ${formatDuration(durationMs)} |`,
    );
  const more = cycles.length > maxCycles ? [`${cycles.length - maxCycles} more are in the report.`] : [];
  const sections = [
    `## Nightshift: ${headline(state)}`,
    describeEnd(state),
    ...state.warnings.map(({ message, hint }) => `> ${code(message)}${hint === "" ? "" : ` ${code(hint)}`}`),
    ...(rows.length === 0
      ? []
      : [
          ["| cycle | work item | outcome | why | took |", "| --- | --- | --- | --- | --- |", ...rows].join(
            "\n",
          ),
          ...more,
        ]),
    renderSuggestions(state).replace(/^##/, "###"),
    `Cost: ${renderCost(state.costUsd, state.modelSpend)}. Took ${formatDuration(state.elapsedMs)}.`,
    ...(leftOut.length === 0
      ? []
      : [["Not in the bundle:", ...leftOut.map((text) => `- ${code(text)}`)].join("\n")]),
    `To reproduce it at ${code(state.base)}: ${code(reproduce)}`,
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function headline({ stopReason, promoted, suggested, completed }: CampaignState): string {
  if (stopReason === "FAILED") return "the campaign failed";
  if (promoted > 0) return `${promoted} promoted${suggested > 0 ? `, ${suggested} suggested` : ""}`;
  if (suggested > 0) return `${suggested} suggested, nothing promoted`;
  if (stopReason === "NO_WORK_FOUND" && completed === 0) return "nothing to do";
  return stopReason === "STOPPED" ? "stopped" : "nothing promoted";
}

function describeEnd({ stopReason, stopDetail, completed, rejected, errors }: CampaignState): string {
  if (stopReason === "NO_WORK_FOUND" && completed === 0)
    return `No gate found anything to improve: ${code(stopDetail)}.`;
  const end = stopReason === null ? "It was cut off" : `It ended as **${stopReason}**: ${code(stopDetail)}`;
  return `${end}. ${completed} cycles, ${rejected} rejected, ${errors} errors.`;
}
