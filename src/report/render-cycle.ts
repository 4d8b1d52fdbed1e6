import type { CampaignState, CycleState, ProposalState } from "../domain/campaign-state.ts";
import type { GateKind } from "../domain/gate.ts";
import type { GateJudgement } from "../domain/judgement.ts";
import { describeId } from "./describe-id.ts";
import { formatDuration } from "./format-duration.ts";
import { markdown } from "./markdown.ts";
import { renderConfidence } from "./render-confidence.ts";
import { renderDenials } from "./render-denials.ts";
import { renderReproductions } from "./render-reproductions.ts";
import { renderCost, renderSpend } from "./render-spend.ts";
import { renderSteps } from "./render-steps.ts";

const { code, codeBlock } = markdown;
const maxIds = 10;

/** One cycle: its item, every candidate that was judged with the gates' evidence, and how it ended and why. Pure. */
export function renderCycle(cycle: CycleState, { gates }: Pick<CampaignState, "gates">): string {
  const kinds = new Map(gates.map(({ name, kind }) => [name, kind]));
  const { item, outcome, reason, candidates, durationMs } = cycle;
  // A model tries by itself what it brings.
  const tried = candidates > 0 || cycle.attempts === 0 ? `${candidates} candidates tried, ` : "";
  const parts = [
    `### Cycle ${cycle.cycle}: ${outcome}`,
    item.kind === "issue"
      ? `${code(item.title)}, asked for by a person.`
      : `${code(item.title)}, found by gate ${code(item.gate)}.`,
    `**Why:** ${code(reason)}. ${tried}${cycle.attempts} brought before the gates, ${formatDuration(durationMs)}.`,
    renderModels(cycle),
    renderFailures(item),
    renderSteps(cycle),
    renderReproductions(cycle),
    ...cycle.proposals.map((proposal) => renderProposal(proposal, kinds)),
    renderPromotion(cycle),
    ...cycle.lessons.flatMap((lesson) =>
      lesson.kind === "forgotten" || lesson.kind === "reward"
        ? []
        : [`Learned (${lesson.kind}): ${code(lesson.text)}`],
    ),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function renderModels({ costUsd, modelSpend }: CycleState): string {
  return modelSpend.calls === 0
    ? ""
    : `**Models:** ${renderSpend(modelSpend)}; ${renderCost(costUsd, modelSpend)}.`;
}

/** What was red before, as the gate told it. */
function renderFailures({ kind, evidence, failures }: CycleState["item"]): string {
  const label = kind === "issue" ? "asked for" : "red before";
  const shown = evidence.slice(0, maxIds).map(({ title, message }) => {
    const [first = ""] = message.trim().split("\n", 1);
    return `- ${label}: ${code(title)}${first === "" ? "" : `: ${code(first)}`}`;
  });
  const more = failures > shown.length ? [`- red before: ${failures - shown.length} more`] : [];
  return [...shown, ...more].join("\n");
}

function renderProposal(proposal: ProposalState, kinds: ReadonlyMap<string, GateKind>): string {
  const { attempt, summary, origin, confidence, refusal, judgement, diff } = proposal;
  const verdict =
    refusal !== null
      ? `refused before any gate ran, by rule ${code(refusal.rule)}: ${code(refusal.reason)}`
      : judgement === null
        ? "not judged: the campaign was cut off"
        : judgement.status === "promote"
          ? `let through: ${code(judgement.reason)}`
          : `refused by rule ${code(judgement.rule)}: ${code(judgement.reason)}`;
  const evidence =
    judgement?.gates.flatMap((gate) => renderGate(gate, kinds.get(gate.gate) ?? "tests")) ?? [];
  return [
    `Attempt ${attempt}: ${code(summary)} (by ${code(origin)}) was ${verdict}.`,
    confidence === null ? "" : `Confidence: ${code(renderConfidence(confidence))}.`,
    renderDenials("denied", refusal?.denials ?? []),
    renderDenials(
      judgement?.status === "promote" ? "denied, and kept all the same" : "denied",
      judgement?.denials ?? [],
    ),
    renderDenials("for the reviewer:", judgement?.notes ?? []),
    evidence.join("\n"),
    codeBlock(diff, "diff"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function renderGate(gate: GateJudgement, kind: GateKind): readonly string[] {
  const optional = gate.isRequired ? "" : " (not required)";
  return [
    `- ${code(gate.gate)}${optional}: **${gate.status}**, ${code(gate.reason)}`,
    ...renderIds("red before, green after", gate.fixed, kind),
    ...renderIds("green before, red after", gate.broken, kind),
  ];
}

function renderIds(label: string, ids: readonly string[], kind: GateKind): readonly string[] {
  const shown = ids.slice(0, maxIds).map((id) => `  - ${label}: ${code(describeId(id, kind))}`);
  return ids.length > maxIds ? [...shown, `  - ${label}: ${ids.length - maxIds} more`] : shown;
}

function renderPromotion({ promotion }: CycleState): string {
  if (promotion === null) {
    return "";
  }
  const { commit, subject, snapshot } = promotion;
  return `Commit ${code(commit)}, ${code(subject)}; master before it is ${code(snapshot)}.`;
}
