import type { BundlePromotion } from "../../domain/bundle.ts";
import type { CycleState, OpenCycle, PromotionState, ProposalState } from "../../domain/campaign-state.ts";
import type { GateSummary } from "../../domain/events.ts";
import { cutText } from "./cut-text.ts";
import { describeConfidence } from "./describe-confidence.ts";
import { describeEvidence } from "./describe-evidence.ts";
import type { DetailLimits } from "./detail-limits.ts";

/** A cycle that promoted; one that a kill cut off behind its promotion has no end. */
export type PromotingCycle = (CycleState | OpenCycle) & { readonly promotion: PromotionState };

/** What a bundle tells of a promotion, but for its trees and parts. */
export type PromotionStory = Omit<BundlePromotion, "parentTree" | "tree" | "changeset" | "patch">;

/**
 * What a campaign tells of a promotion: what was wrong, what was red and is green, what it cost, what was tried on the
 * item and refused. Texts and lists are cut to `limits`. `before`: gates on the tree before it. Pure.
 */
export function describePromotion(
  cycle: PromotingCycle,
  before: readonly GateSummary[],
  limits: DetailLimits,
): PromotionStory {
  const { item, promotion, proposals, modelSpend } = cycle;
  const cut = (text: string) => cutText(text, limits.chars);
  const proposal = proposals.findLast(({ tree }) => tree === promotion.tree) ?? null;
  const refused = proposals.flatMap(describeRefusal);
  const evidence = describeEvidence({ item, proposal }, before);
  const notes = proposal?.judgement?.notes ?? [];
  return {
    cycle: cycle.cycle,
    item: {
      id: cutText(item.id, 200),
      kind: cutText(item.kind, 50),
      gate: cutText(item.gate, 200),
      title: cut(item.title),
      files: item.files.slice(0, limits.entries).map(cut),
      signature: cut(item.signature),
    },
    subject: cut(promotion.subject),
    origin: cut(proposal?.origin ?? ""),
    method: cutText(cycle.method, 50),
    attempts: "attempts" in cycle ? cycle.attempts : proposals.length,
    candidates: cycle.candidates,
    costUsd: "costUsd" in cycle ? cycle.costUsd : modelSpend.costUsd,
    tokens: modelSpend.chargedTokens,
    confidence: describeConfidence(proposal?.confidence ?? null, limits),
    evidence: evidence
      .slice(0, limits.entries)
      .map(({ gate, before: was, after }) => ({ gate: cut(gate), before: cut(was), after: cut(after) })),
    refused: refused
      .slice(-limits.entries)
      .map(({ summary, rule, reason }) => ({ summary: cut(summary), rule: cut(rule), reason: cut(reason) })),
    notes: notes.slice(0, limits.entries).map(({ rule, file, line, reason }) => ({
      ...{ rule: cut(rule), file: cut(file), line, reason: cut(reason) },
    })),
    isUnsafe: promotion.isUnsafe,
  };
}

function describeRefusal({
  summary,
  refusal,
  judgement,
}: ProposalState): readonly { summary: string; rule: string; reason: string }[] {
  if (refusal !== null) return [{ summary, rule: refusal.rule, reason: refusal.reason }];
  if (judgement === null || judgement.status === "promote") return [];
  return [{ summary, rule: judgement.rule, reason: judgement.reason }];
}
