import type { ProposalState } from "../../domain/campaign-state.ts";
import type { GateSummary, ItemSummary } from "../../domain/events.ts";
import { describeId } from "../../report/describe-id.ts";

const MAX_SHOWN = 5;

/** What a gate said before and says after. */
export type Evidence = { readonly gate: string; readonly before: string; readonly after: string };

/**
 * What each gate said of the tree before a promotion and of the one with it, as the campaign saw it: what was red and is
 * mended by name, the rest as counts. Pure.
 */
export function describeEvidence(
  { item, proposal }: { readonly item: ItemSummary; readonly proposal: ProposalState | null },
  before: readonly GateSummary[],
): readonly Evidence[] {
  const summaries = new Map(before.map((summary) => [summary.gate, summary]));
  return (proposal?.judgement?.gates ?? []).map(({ gate, status, reason, fixed }) => {
    const summary = summaries.get(gate);
    const red =
      fixed.length > 0
        ? fixed.map((id) => describeId(id, summary?.kind ?? "tests"))
        : gate === item.gate
          ? item.evidence.map(({ title }) => title)
          : [];
    const counts = summary === undefined ? "not measured" : `${summary.status}: ${summary.reason}`;
    return {
      gate,
      before: [counts, listFirst(red)].filter((part) => part !== "").join("; red: "),
      after: `${status}: ${reason}`,
    };
  });
}

function listFirst(names: readonly string[]): string {
  const left = names.length - MAX_SHOWN;
  return [...names.slice(0, MAX_SHOWN), ...(left > 0 ? [`${left} more`] : [])].join("; ");
}
