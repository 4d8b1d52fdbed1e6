import type { Proposal } from "../brain/brain.ts";
import type { Candidate } from "../domain/candidate.ts";
import type { Denial } from "../domain/denial.ts";
import type { GateResult } from "../domain/gate.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { PolicyVerdict } from "../policy/check-change-set.ts";
import type { TreeEntry } from "../ports.ts";
import type { AttemptInput } from "./attempt-item.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { checkPolicy } from "./check-policy.ts";
import { type Approach, createApproachDescriber } from "./describe-approach.ts";
import { judgeCandidate } from "./judge-candidate.ts";
import { waiveDenials } from "./waive-denials.ts";

/** A candidate that the gates have judged, with what they said. */
export type Trial = {
  readonly status: "judged";
  readonly candidate: Candidate;
  readonly approach: Approach;
  readonly judgement: Judgement;
  /** Complete when the judgement is `promote`; up to the first red gate otherwise. */
  readonly results: ReadonlyMap<string, GateResult>;
};

/** A candidate that policy or memory refused before any gate ran. */
export type Refusal = {
  readonly status: "refused";
  readonly reason: string;
  readonly denials: readonly Denial[];
};

/** Runs a proposal past policy, memory and gates, in that order: the cheapest no comes first. */
export async function judgeProposal(
  input: AttemptInput & {
    readonly proposal: Proposal;
    readonly attempt: number;
    readonly files: readonly TreeEntry[];
  },
  deps: CampaignDeps,
): Promise<Trial | Refusal> {
  const { proposal, item, position, cycle, attempt } = input;
  const tree = await deps.git.buildTree(position.tree, proposal.edits);
  const describe = createApproachDescriber({ item, tree: position.tree, files: input.files }, deps);
  const approach = await describe(proposal.edits);
  const { summary, origin, edits } = proposal;
  const confidence = proposal.confidence ?? null;
  await deps.log.append({
    type: "candidate-proposed",
    cycle,
    attempt,
    tree,
    summary,
    origin,
    ...(proposal.arms === undefined ? {} : { arms: [...proposal.arms] }),
    ...(confidence === null ? {} : { confidence }),
    files: [...approach.files],
    diff: approach.diff,
  });
  const { verdict, waived } = waiveDenials(
    await checkPolicy({ edits, item, tree: position.tree, files: input.files }, deps),
    { safety: deps.log.state().safety, rules: deps.policyRules },
  );
  const refusal = findRefusal(input, approach, { tree, verdict }, deps);
  if (refusal !== null) {
    await deps.log.append({ type: "candidate-refused", cycle, attempt, tree, ...refusal });
    return { status: "refused", reason: refusal.reason, denials: refusal.denials };
  }
  const startedMs = deps.clock.elapsedMs();
  const { judgement, results, notes } = await judgeCandidate({ ...input, edits }, deps);
  await deps.log.append({
    type: "candidate-judged",
    cycle,
    attempt,
    tree,
    status: judgement.status,
    rule: judgement.status === "reject" ? judgement.rule : "gates",
    reason: judgement.reason,
    denials: [...waived, ...(judgement.status === "reject" ? judgement.denials : [])],
    notes: [...verdict.notes, ...notes],
    gates: judgement.gates.map((gate) => ({ ...gate, fixed: [...gate.fixed], broken: [...gate.broken] })),
    durationMs: deps.clock.elapsedMs() - startedMs,
  });
  return {
    status: "judged",
    candidate: { edits, tree, summary, origin, confidence, diff: approach.diff },
    approach,
    judgement,
    results,
  };
}

function findRefusal(
  input: AttemptInput,
  approach: Approach,
  { tree, verdict }: { readonly tree: string; readonly verdict: PolicyVerdict },
  { recall }: CampaignDeps,
): { readonly rule: string; readonly reason: string; readonly denials: Denial[] } | null {
  if (tree === input.position.tree) return { rule: "empty", reason: "the edits change nothing", denials: [] };
  if (verdict.status === "denied") {
    const { denials } = verdict;
    const reason = [...new Set(denials.map((denial) => denial.reason))].join("; ");
    return { rule: denials[0].rule, reason, denials: [...denials] };
  }
  if (recall.isAvoided(approach)) {
    return { rule: "avoided", reason: "this approach failed the gates before", denials: [] };
  }
  return null;
}
