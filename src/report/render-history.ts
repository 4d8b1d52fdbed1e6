import type { CampaignState } from "../domain/campaign-state.ts";
import { formatDuration } from "./format-duration.ts";

/** One past campaign. */
export type HistoryRow = Pick<
  CampaignState,
  | "campaign"
  | "status"
  | "stopReason"
  | "isDryRun"
  | "safety"
  | "completed"
  | "promoted"
  | "suggested"
  | "rejected"
  | "errors"
  | "elapsedMs"
> & {
  readonly started: string;
  readonly promotions: readonly {
    readonly cycle: number;
    readonly commit: string;
    readonly subject: string;
  }[];
};

/** Past campaigns as rows, the newest first. Pure. */
export function listHistory(states: readonly CampaignState[]): readonly HistoryRow[] {
  const newest = states.toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  return newest.map((state) => ({
    campaign: state.campaign,
    started: state.startedAt,
    status: state.status,
    stopReason: state.stopReason,
    isDryRun: state.isDryRun,
    safety: state.safety,
    completed: state.completed,
    promoted: state.promoted,
    suggested: state.suggested,
    rejected: state.rejected,
    errors: state.errors,
    elapsedMs: state.elapsedMs,
    promotions: state.cycles.flatMap(({ promotion }) =>
      promotion === null
        ? []
        : [{ cycle: promotion.cycle, commit: promotion.commit, subject: promotion.subject }],
    ),
  }));
}

/** Past campaigns as lines for a terminal: each with its promotions beneath it. Pure. */
export function renderHistory(rows: readonly HistoryRow[]): string {
  if (rows.length === 0) {
    return "No campaign has run here yet.";
  }
  return rows
    .flatMap((row) => {
      const end = row.stopReason ?? row.status;
      const counts = `${row.completed} cycles, ${row.promoted} promoted${row.suggested === 0 ? "" : `, ${row.suggested} suggested`}, ${row.rejected} rejected`;
      const errors = row.errors === 0 ? "" : `, ${row.errors} errors`;
      const took = formatDuration(row.elapsedMs);
      return [
        `${row.campaign}  ${row.started}  ${end}  ${counts}${errors}  ${took}${row.isDryRun ? "  (dry run: no ref was written)" : ""}${row.safety === "off" ? "  (unsafe: --no-safety)" : ""}`,
        ...row.promotions.map(({ commit, subject }) => `  ${commit.slice(0, 12)}  ${subject}`),
      ];
    })
    .join("\n");
}
