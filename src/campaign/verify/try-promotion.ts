import type { BundlePromotion } from "../../domain/bundle.ts";
import { describeError } from "../../domain/errors.ts";
import type { GateJudgement } from "../../domain/judgement.ts";
import type { CampaignDeps } from "../campaign-deps.ts";
import { checkPolicy } from "../check-policy.ts";
import { judgeCandidate } from "../judge-candidate.ts";
import type { MeasuredPosition } from "../position.ts";
import type { Link } from "./build-chain.ts";
import { commitPosition } from "./commit-position.ts";
import { findItem } from "./find-item.ts";
import { placeEdits } from "./place-edits.ts";
import { type ShownIssue, showIssue } from "./show-issue.ts";

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
 * Tries a promotion on a measured tree as a campaign would try a candidate: the item, found again by the gates' own
 * failures, then policy, then the judgement. An error is a failed trial, since it proves nothing; only the signal ends it.
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
  deps.onProgress({ phase: "verifying", detail: `cycle ${facts.cycle}` });
  const placed = await placeEdits(link, position.tree, { git });
  if (placed.status === "conflict") return fail(`it does not apply: ${placed.reason}`);
  const shown = await findTask(input, deps);
  if (shown.status === "refused") return fail(shown.reason);
  const { item, mustMend } = shown;
  const { tree } = shown.position;
  const files = await git.listFiles(tree);
  const policy = await checkPolicy({ edits: shown.edits, item, tree, files }, deps);
  if (policy.status === "denied") {
    const said = policy.denials.map(({ rule, reason }) => `${reason} (rule ${rule})`);
    return fail(`policy: ${said.join("; ")}`);
  }
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
  const next = await commitPosition(position, { tree: placed.tree, results }, deps);
  return { status: "passed", position: next, reason, gates };
}

/** What to judge: the edits and the item that they mend, as the tree that they are for shows it. */
async function findTask(
  { facts, link, position, name }: TryPromotionInput,
  deps: CampaignDeps,
): Promise<ShownIssue> {
  const { edits } = link;
  if (facts.item.kind === "issue") return await showIssue({ facts, edits, position, name }, deps);
  const item = await findItem(facts, position, deps);
  return item === null
    ? { status: "refused", reason: "what it claims to mend does not fail on the tree before it" }
    : { status: "shown", item, position, mustMend: undefined, edits };
}

function fail(reason: string, gates: readonly GateJudgement[] = []): PromotionTrial {
  return { status: "failed", reason, gates };
}
