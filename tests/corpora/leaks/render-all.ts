import { showCampaign } from "../../../cli/show-campaign.ts";
import { collectCycleEvents } from "../../../src/campaign/cycle-events.ts";
import { learnFromCycle } from "../../../src/campaign/learn-from-cycle.ts";
import { planPromotion } from "../../../src/campaign/plan-promotion.ts";
import { renderEvidence } from "../../../src/campaign/render-evidence.ts";
import type { JournalEntry } from "../../../src/domain/events.ts";
import type { Lesson } from "../../../src/domain/lesson.ts";
import { applyEvent, foldEvents, initialState } from "../../../src/report/fold.ts";
import { listAnnotations } from "../../../src/report/list-annotations.ts";
import { renderEvent } from "../../../src/report/render-event.ts";
import { listHistory, renderHistory } from "../../../src/report/render-history.ts";
import { renderJobSummary } from "../../../src/report/render-job-summary.ts";
import { renderReport } from "../../../src/report/render-report.ts";
import { renderRunResult } from "../../../src/report/render-run-result.ts";
import { renderStatus } from "../../../src/report/render-status.ts";

/** What a campaign's entries teach. */
export function learnFromEntries(entries: readonly JournalEntry[]): readonly Lesson[] {
  const cycles = entries.flatMap(({ event }) => (event.type === "cycle-started" ? [event.cycle] : []));
  return [...new Set(cycles)].flatMap((cycle) => {
    const events = collectCycleEvents(entries, cycle);
    return events === null ? [] : learnFromCycle(events, { campaign: "night-1", at: "2026-11-21T03:00:00Z" });
  });
}

/** Every text that a campaign's journal becomes, by its name. */
export function renderAll(entries: readonly JournalEntry[]): Readonly<Record<string, string>> {
  const state = foldEvents(entries);
  const shown: string[] = [];
  for (const logFormat of ["text", "json"] as const) {
    const stream = { write: (text: string) => shown.push(text), isTTY: true, columns: 10_000 };
    const view = showCampaign(stream, { logFormat });
    let current = initialState;
    for (const entry of entries) {
      current = applyEvent(current, entry);
      view.onEvent(entry, current);
    }
  }
  const messages = state.cycles.map(({ item, cycle, promotion, proposals }) => {
    const judged = proposals.flatMap(({ judgement }) => judgement ?? []);
    const gates = judged.flatMap((judgement) => judgement.gates);
    const denials = proposals.flatMap(({ refusal, judgement }) => [
      ...(refusal?.denials ?? []),
      ...(judgement?.denials ?? []),
    ]);
    const notes = judged.flatMap((judgement) => judgement.notes);
    const plan = planPromotion(
      {
        campaign: state.campaign,
        cycle,
        item: item.id,
        subject: promotion?.subject ?? item.title,
        evidence: renderEvidence(item, { gates, denials, notes }),
        parent: state.base,
        tree: promotion?.tree ?? "",
        at: state.startedAt,
        isUnsafe: state.safety === "off",
      },
      "nightshift",
    );
    return plan.message;
  });
  return {
    state: JSON.stringify(state),
    status: JSON.stringify(renderStatus(state)),
    report: renderReport(state),
    page: renderJobSummary({ state, reproduce: "nightshift run", leftOut: [] }),
    annotations: JSON.stringify(listAnnotations(state)),
    history: `${renderHistory(listHistory([state]))}${JSON.stringify(listHistory([state]))}`,
    result: JSON.stringify(renderRunResult(state, { journal: "journal.jsonl" })),
    lines: entries.flatMap(({ event }) => renderEvent(event, state)).join("\n"),
    shown: shown.join(""),
    messages: messages.join("\n"),
  };
}
