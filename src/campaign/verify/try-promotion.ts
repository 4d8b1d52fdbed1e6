import type { BundlePromotion } from "../../domain/bundle.ts";
import { describeError } from "../../domain/errors.ts";
import type { GateJudgement } from "../../domain/judgement.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import { checkPolicy } from "../check-policy.ts";
import { judgeCandidate } from "../judge-candidate.ts";
import { type MeasuredPosition, moveOn, type Position } from "../position.ts";
import type { Link } from "./build-chain.ts";
import { findItem } from "./find-item.ts";
import { placeEdits } from "./place-edits.ts";
import { showIssue } from "./show-issue.ts";

/** A promotion on a tree: what its gates said there, and where things stand with it. */
export type PromotionTrial =
  | {
      readonly status: "passed";
      readonly position: MeasuredPosition;
      readonly reason: string;
      readonly gates: readonly GateJudgement[];
    }
  | { readonly status: "failed"; readonly reason: string; readonly gates: readonly GateJudgement[] };

/** What to try, and on which tree. */
export type TryPromotionInput = {
  readonly facts: BundlePromotion;
  readonly link: Link;
  readonly position: MeasuredPosition;
  /** Of its sandboxes: unique in this run. */
  readonly name: string;
};

/**
 * Tries a promotion on a measured tree as a campaign would try a candidate: policy, then the item, found again by the
 * gates' own failures, then the judgement. An error is a failed trial, since it proves nothing; only the signal ends it.
 */
export async function tryPromotion(input: TryPromotionInput, deps: CampaignDeps): Promise<PromotionTrial> {
  try {
    return await tryOn(input, deps);
  } catch (error) {
    deps.signal.throwIfAborted();
    return fail(`it could not be judged: ${describeError(error)}`);
  }
}

async function tryOn(input: TryPromotionInput, deps: CampaignDeps): Promise<PromotionTrial> {
  const { facts, link, position, name } = input;
  const { git } = deps;
  const { edits } = link;
  deps.onProgress({ phase: "verifying", detail: `cycle ${facts.cycle}` });
  const placed = await placeEdits(link, position.tree, { git });
  if (placed.status === "conflict") return fail(`it does not apply: ${placed.reason}`);
  const files = await git.listFiles(position.tree);
  const isIssue = facts.item.kind === "issue";
  const found = isIssue ? null : await findItem(facts, position, deps);
  const policy = await checkPolicy(
    { edits, item: { kind: found?.kind ?? "issue" }, tree: position.tree, files },
    deps,
  );
  if (policy.status === "denied") {
    const said = policy.denials.map(({ rule, reason }) => `${reason} (rule ${rule})`);
    return fail(`policy: ${said.join("; ")}`);
  }
  if (!isIssue && found === null) return fail("what it claims to mend does not fail on the tree before it");
  const shown =
    found === null
      ? await showIssue({ facts, edits, position, name }, deps)
      : ({ status: "shown", item: found, position, mustMend: undefined, edits } as const);
  if (shown.status === "refused") return fail(shown.reason);
  const { item, mustMend } = shown;
  await using sandbox = await deps.sandboxes.open(name, shown.position.commit);
  const { judgement, results } = await judgeCandidate(
    {
      ...{ cycle: facts.cycle, item, position: shown.position, sandbox, edits: shown.edits },
      ...(mustMend === undefined ? {} : { mustMend }),
    },
    deps,
  );
  const { reason, gates } = judgement;
  if (judgement.status === "reject") return fail(`${judgement.rule}: ${reason}`, gates);
  const next = await commitOn(position, placed.tree, { results }, deps);
  return { status: "passed", position: next, reason, gates };
}

/** Where things stand with a tree whose gates have just run; its commit hangs on no ref. */
export async function commitOn(
  position: MeasuredPosition,
  tree: string,
  { results }: { readonly results: MeasuredPosition["measurement"]["results"] },
  { git, clock }: Pick<CampaignDeps, "git" | "clock">,
): Promise<MeasuredPosition> {
  const message = "chore: a tree that verify has built";
  const commit = await git.writeCommit({ tree, parents: [position.commit], message, at: clock.now() });
  const next: Position = moveOn(position, commit, { tree, results });
  return { ...next, measurement: next.measurement ?? position.measurement };
}

function fail(reason: string, gates: readonly GateJudgement[] = []): PromotionTrial {
  return { status: "failed", reason, gates };
}
