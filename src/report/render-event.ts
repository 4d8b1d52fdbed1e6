import type { CampaignState } from "../domain/campaign-state.ts";
import type { Denial } from "../domain/denial.ts";
import type { CampaignEvent } from "../domain/events.ts";
import { describeTries } from "./describe-tries.ts";
import { renderConfidence } from "./render-confidence.ts";
import { renderDenial } from "./render-denial.ts";

const HASH_LENGTH = 12;
const MS_PER_SECOND = 1000;

/** An event as lines for a person who watches; none for what only the journal needs. Pure. */
export function renderEvent(event: CampaignEvent, state: CampaignState): readonly string[] {
  switch (event.type) {
    case "campaign-started": {
      const { maxCycles, maxHours } = event.limits;
      const { kind, reason } = event.isolation;
      return [
        `Campaign ${event.campaign} from ${event.sacred} ${event.base.slice(0, HASH_LENGTH)}: at most ${maxCycles} cycles, ${maxHours} hours`,
        `Brain ${event.brain}, method ${event.method}, isolation ${kind}${kind === "none" ? ` (${reason})` : ""}${event.isDryRun ? ", dry run: no ref is written" : ""}${event.safety === "off" ? ", SAFETY OFF" : ""}`,
        ...event.gates.map(({ name, kind: gateKind, command }) => `Gate ${name} (${gateKind}): ${command}`),
      ];
    }
    case "campaign-resumed":
      return [`Campaign ${state.campaign} goes on after ${state.completed} finished cycles`];
    case "master-prepared":
      return [
        `Master at ${event.commit.slice(0, HASH_LENGTH)}, ${event.carried.length} open promotions carried`,
        ...event.setAside.map(({ subject, reason }) => `Set aside: ${subject} (${reason})`),
      ];
    case "warning":
      return [`Warning: ${event.message}`, ...(event.hint === "" ? [] : [`  ${event.hint}`])];
    case "gates-measured":
      return event.results.map(({ gate, status, reason }) => `Base, ${gate}: ${status}, ${reason}`);
    case "gate-proved":
      return event.status === "proven" ? [] : [`Gate ${event.gate} is unproven: ${event.reason}`];
    case "checks-set-aside":
      return [`Set aside in ${event.gate}: ${event.ids.length} ${event.reason} failures. ${event.hint}`];
    case "work-found":
      return [
        `Work: ${event.items.length} ${event.items.length === 1 ? "item" : "items"}${event.exhausted > 0 ? `, ${event.exhausted} more known as exhausted` : ""}`,
      ];
    case "cycle-started":
      return [`Cycle ${event.cycle}: ${event.item.title} (${event.item.gate})`];
    case "candidate-refused":
      return event.denials.length === 0
        ? [`  attempt ${event.attempt}: refused by ${event.rule}: ${event.reason}`]
        : [`  attempt ${event.attempt}: denied by policy`, ...event.denials.map(indent)];
    case "candidate-judged":
      return [
        `  attempt ${event.attempt}: ${event.status}: ${event.reason}`,
        ...event.denials.map(indent),
        ...event.notes.map((note) => `${indent(note)} (a note for the reviewer)`),
      ];
    case "promoted":
      return [
        `  promoted ${event.commit.slice(0, HASH_LENGTH)} ${event.subject}${event.isUnsafe ? " (unsafe)" : ""}`,
      ];
    case "suggested":
      return [
        `  suggested, not promoted: ${event.subject} (confidence ${renderConfidence(event.confidence)})`,
      ];
    case "model-called":
      return event.status === "replied"
        ? []
        : [`  ${event.provider}/${event.model}, try ${event.tries}: ${event.reason}`];
    case "budget-reached":
      return [`  budget: ${event.reason}`];
    case "cycle-finished": {
      const seconds = (event.durationMs / MS_PER_SECOND).toFixed(1);
      return [`  ${event.outcome} after ${describeTries(event)}, ${seconds} s: ${event.reason}`];
    }
    case "memory-stored":
      return [`Memory: ${event.lessons} lessons stored`];
    case "campaign-stopped":
      return [`Stopped: ${event.stopReason}, ${event.detail}`];
    case "method-stepped":
      return [`  ${event.step}: ${event.status}${event.detail === "" ? "" : `, ${event.detail}`}`];
    case "reproduction-judged":
      return [`  reproduction: ${event.status}, ${event.reason}`];
    case "model-asked":
    case "model-conversed":
    case "candidates-tried":
    case "candidate-proposed":
    case "attempt-ended":
    case "promotion-intended":
    case "lesson-learned":
      return [];
    default:
      return event satisfies never;
  }
}

function indent(denial: Denial): string {
  return `    ${renderDenial(denial)}`;
}
