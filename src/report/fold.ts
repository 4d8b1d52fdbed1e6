import { noSpend } from "../domain/budget.ts";
import type { CampaignState } from "../domain/campaign-state.ts";
import type { JournalEntry } from "../domain/events.ts";
import { applyCycleEvent } from "./fold-cycle.ts";
import { chargeCutCalls } from "./fold-model-call.ts";

/** The state before the first event. */
export const initialState: CampaignState = {
  campaign: "",
  goal: "",
  issue: null,
  sacred: "",
  base: "",
  masterRef: "",
  brain: "",
  method: "",
  seed: null,
  isDryRun: false,
  safety: "on",
  isolation: { kind: "none", reason: "" },
  gates: [],
  limits: { maxCycles: 0, maxHours: 0, convergence: 0, maxCostUsd: null },
  status: "running",
  startedAt: "",
  updatedAt: "",
  masterCommit: null,
  carried: [],
  setAsidePromotions: [],
  openCycle: null,
  cycles: [],
  completed: 0,
  promoted: 0,
  suggested: 0,
  rejected: 0,
  errors: 0,
  lastPromotion: null,
  untaughtInARow: 0,
  avoidedApproaches: 0,
  elapsedMs: 0,
  costUsd: 0,
  modelSpend: noSpend,
  openModelCalls: [],
  budgetReached: null,
  warnings: [],
  firstMeasurement: [],
  lastMeasurement: [],
  proofs: [],
  setAsideChecks: [],
  workFound: { items: [], exhausted: 0, exhaustedTitles: [] },
  candidates: 0,
  candidatesMs: 0,
  stopReason: null,
  stopDetail: "",
  memoryCommit: null,
};

/** The state that a journal's entries, oldest first, lead to. Pure. */
export function foldEvents(entries: readonly JournalEntry[]): CampaignState {
  return entries.reduce(applyEvent, initialState);
}

/**
 * The state after one more entry. A cycle that starts replaces one that was cut off; a resumed campaign may as well go
 * on with the open one. The time between a kill and `campaign-resumed` does not count as elapsed. Pure.
 */
export function applyEvent(before: CampaignState, entry: JournalEntry): CampaignState {
  const { event } = entry;
  const state = passTime(before, entry);
  switch (event.type) {
    case "campaign-started": {
      const { type: _, ...settings } = event;
      return { ...state, ...settings };
    }
    case "campaign-resumed":
      return {
        ...chargeCutCalls(state),
        status: "running",
        stopReason: null,
        stopDetail: "",
        budgetReached: null,
      };
    case "master-prepared":
      return {
        ...state,
        masterCommit: event.commit,
        carried: event.carried,
        setAsidePromotions: event.setAside,
      };
    case "warning":
      return { ...state, warnings: [...state.warnings, { message: event.message, hint: event.hint }] };
    case "gates-measured": {
      const isFirst = state.firstMeasurement.length === 0;
      return {
        ...state,
        firstMeasurement: isFirst ? event.results : state.firstMeasurement,
        lastMeasurement: event.results,
      };
    }
    case "gate-proved": {
      const { type: _, ...proof } = event;
      return { ...state, proofs: [...state.proofs.filter(({ gate }) => gate !== proof.gate), proof] };
    }
    case "checks-set-aside": {
      const { type: _, ...setAside } = event;
      return { ...state, setAsideChecks: [...state.setAsideChecks, setAside] };
    }
    case "work-found": {
      const { type: _, ...workFound } = event;
      return { ...state, workFound };
    }
    case "memory-stored":
      return { ...state, memoryCommit: event.commit };
    case "campaign-stopped":
      return {
        ...state,
        status: event.stopReason === "FAILED" ? "failed" : "stopped",
        stopReason: event.stopReason,
        stopDetail: event.detail,
      };
    default:
      return applyCycleEvent(state, event, entry.at);
  }
}

function passTime(state: CampaignState, { event, at }: JournalEntry): CampaignState {
  const isFirst = state.startedAt === "";
  const sinceMs = isFirst ? 0 : Date.parse(at) - Date.parse(state.updatedAt);
  // A clock that was set back must not take time away.
  const workedMs = event.type === "campaign-resumed" ? 0 : Math.max(0, sinceMs);
  return {
    ...state,
    startedAt: isFirst ? at : state.startedAt,
    updatedAt: at,
    elapsedMs: state.elapsedMs + workedMs,
  };
}
