import type { Progress } from "../src/campaign/campaign-deps.ts";
import type { CampaignState } from "../src/domain/campaign-state.ts";
import { toPlainText } from "../src/report/plain-text.ts";

const MS_PER_SECOND = 1000;
const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;

/** The line that a terminal shows while a campaign runs: cycle, item, gate, candidates a second, what is left. Pure. */
export function renderLiveLine(state: CampaignState, progress: Progress | null, width: number): string {
  const { limits, openCycle, candidates, candidatesMs, costUsd } = state;
  const parts = [
    openCycle === null ? "between cycles" : `cycle ${openCycle.cycle}/${limits.maxCycles}`,
    ...(openCycle === null ? [] : [openCycle.item.title]),
    ...(progress === null ? [] : [`${progress.phase} ${progress.detail}`]),
    ...(candidatesMs > 0 ? [`${((candidates * MS_PER_SECOND) / candidatesMs).toFixed(1)} candidates/s`] : []),
    `${formatDuration(limits.maxHours * MS_PER_HOUR - state.elapsedMs)} left`,
    ...(limits.maxCostUsd === null ? [] : [`$${Math.max(0, limits.maxCostUsd - costUsd).toFixed(2)} left`]),
  ];
  const line = toPlainText(parts.join(" · ").replace(/\s+/g, " "));
  return [...line].slice(0, Math.max(0, width - 1)).join("");
}

function formatDuration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / MS_PER_MINUTE));
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
