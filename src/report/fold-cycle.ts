import { noSpend } from "../domain/budget.ts";
import type { CampaignState, OpenCycle, ProposalState } from "../domain/campaign-state.ts";
import type { CampaignEvent, EventOf } from "../domain/events.ts";
import { applyModelEvent } from "./fold-model-call.ts";

/** The events that belong to a cycle. */
export type CycleEvent = Extract<CampaignEvent, { cycle: number }>;

/**
 * The state after one event of a cycle; `at` is its time. An event of a cycle that is not open changes only what the
 * whole campaign counts, so that a journal with a line set aside still folds. Pure.
 */
export function applyCycleEvent(state: CampaignState, event: CycleEvent, at: string): CampaignState {
  switch (event.type) {
    case "cycle-started": {
      const { type: _, ...started } = event;
      const before = state.openCycle?.cycle === event.cycle ? state.openCycle.modelSpend : noSpend;
      const nothing = { proposals: [], steps: [], reproductions: [], lessons: [], candidates: 0 };
      const empty = { ...nothing, promotion: null, suggestion: null, modelSpend: before };
      const avoidedApproaches = state.avoidedApproaches - countAvoided(state.openCycle);
      return { ...state, avoidedApproaches, openCycle: { ...started, ...empty, startedAt: at } };
    }
    case "candidates-tried": {
      const candidates = state.candidates + event.tried;
      const counted = { ...state, candidates, candidatesMs: state.candidatesMs + event.durationMs };
      return changeOpen(counted, event.cycle, (open) => ({ candidates: open.candidates + event.tried }));
    }
    case "model-asked":
    case "model-called":
    case "budget-reached":
      return applyModelEvent(state, event);
    case "candidate-proposed":
      return changeOpen(state, event.cycle, ({ proposals }) => ({
        proposals: [...proposals, describeProposal(event)],
      }));
    case "candidate-refused": {
      const { rule, reason, denials } = event;
      return changeProposal(state, event, { refusal: { rule, reason, denials } });
    }
    case "candidate-judged": {
      const { status, rule, reason, denials, notes, gates } = event;
      return changeProposal(state, event, { judgement: { status, rule, reason, denials, notes, gates } });
    }
    case "method-stepped": {
      const { step, status, detail, figures } = event;
      return changeOpen(state, event.cycle, ({ steps }) => ({
        steps: [...steps, { step, status, detail, figures }],
      }));
    }
    case "reproduction-judged": {
      const { type: _, cycle, ...reproduction } = event;
      return changeOpen(state, cycle, ({ reproductions }) => ({
        reproductions: [...reproductions, reproduction],
      }));
    }
    case "attempt-ended":
    case "model-conversed":
    case "promotion-intended":
      return state;
    case "promoted": {
      const { type: _, ...moved } = event;
      const promotion = { ...moved, at };
      const after = { ...state, masterCommit: event.commit, lastPromotion: promotion };
      return changeOpen(after, event.cycle, () => ({ promotion }));
    }
    case "suggested": {
      const { type: _, ...suggestion } = event;
      return changeOpen(state, event.cycle, () => ({ suggestion }));
    }
    case "lesson-learned": {
      const { lesson } = event;
      // A campaign that was killed after writing a lesson down may write it again when it goes on.
      if (state.openCycle?.lessons.some(({ id }) => id === lesson.id)) return state;
      const avoidedApproaches = state.avoidedApproaches + (lesson.kind === "avoided" ? 1 : 0);
      const after = { ...state, avoidedApproaches };
      return changeOpen(after, event.cycle, ({ lessons }) => ({ lessons: [...lessons, lesson] }));
    }
    case "cycle-finished":
      return finishCycle(state, event);
    default:
      return event satisfies never;
  }
}

/** What a cut-off cycle learned its redo learns again. */
function countAvoided(open: OpenCycle | null): number {
  return open?.lessons.filter(({ kind }) => kind === "avoided").length ?? 0;
}

function finishCycle(state: CampaignState, event: EventOf<"cycle-finished">): CampaignState {
  const { type: _, ...end } = event;
  const open = state.openCycle?.cycle === event.cycle ? state.openCycle : null;
  const isPromoted = event.outcome === "promoted";
  // Calls of models were counted when they were made; a redone cycle's end does not tell those before the cut.
  const countedUsd = open?.modelSpend.costUsd ?? 0;
  const untoldUsd = Math.max(0, event.costUsd - countedUsd);
  return {
    ...state,
    openCycle: null,
    cycles:
      open === null ? state.cycles : [...state.cycles, { ...open, ...end, costUsd: countedUsd + untoldUsd }],
    completed: state.completed + 1,
    promoted: state.promoted + (isPromoted ? 1 : 0),
    suggested: state.suggested + (event.outcome === "suggested" ? 1 : 0),
    rejected: state.rejected + (event.outcome === "rejected" ? 1 : 0),
    errors: state.errors + (event.outcome === "error" ? 1 : 0),
    untaughtInARow: event.hasTaught ? 0 : state.untaughtInARow + 1,
    costUsd: state.costUsd + untoldUsd,
  };
}

function describeProposal(event: EventOf<"candidate-proposed">): ProposalState {
  const { attempt, tree, summary, origin, confidence = null, diff } = event;
  const files = event.files.map(({ path }) => path);
  return { attempt, tree, summary, origin, confidence, files, diff, refusal: null, judgement: null };
}

function changeOpen(
  state: CampaignState,
  cycle: number,
  change: (open: OpenCycle) => Partial<OpenCycle>,
): CampaignState {
  const { openCycle } = state;
  if (openCycle === null || openCycle.cycle !== cycle) {
    return state;
  }
  return { ...state, openCycle: { ...openCycle, ...change(openCycle) } };
}

function changeProposal(
  state: CampaignState,
  { cycle, attempt, tree }: { readonly cycle: number; readonly attempt: number; readonly tree: string },
  change: Partial<ProposalState>,
): CampaignState {
  return changeOpen(state, cycle, ({ proposals }) => ({
    proposals: proposals.map((proposal) =>
      proposal.attempt === attempt && proposal.tree === tree ? { ...proposal, ...change } : proposal,
    ),
  }));
}
