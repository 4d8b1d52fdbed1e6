import type { TestLiteral } from "../../../operators/clues.ts";
import type { BrainEnd, BrainTask, Decision, Proposal } from "../../brain.ts";
import { type SearchState, type TriedCandidate, type TryDeps, tryCandidates } from "../run/try-candidates.ts";
import type { SearchCandidate } from "../search-candidate.ts";
import type { WarmSession } from "../warm/warm-session.ts";
import { groupPlausible } from "./group-plausible.ts";
import { orderGroups } from "./order-groups.ts";
import { rateConfidence } from "./rate-confidence.ts";

/**
 * How many more candidates are tried once one mends the item, as a multiple of those before it, and within bounds: what
 * else mends it tells how well the tests tell candidates apart.
 */
const LOOK_ON = {
  warm: { times: 2, least: 96, most: 400 },
  plain: { times: 1, least: 8, most: 24 },
} as const;
/** So many that mend the item are enough to know that tests do not tell them apart. */
const MAX_PLAUSIBLE = 40;

/** How the candidates ended: all of them tried, or the bound that stopped it. */
export type CandidatesEnd = Pick<BrainEnd, "status" | "reason" | "tried">;

type Deps = TryDeps & {
  readonly session: Pick<WarmSession, "observe"> | null;
  /** Of the failing tests. */
  readonly literals: readonly TestLiteral[];
  /** Told of each candidate that was run, for what is tried after it. */
  onTried(tried: TriedCandidate): void;
  /** Runs a candidate that warm processes let through as the gate runs, after one of them was rejected. */
  confirm(tried: TriedCandidate): Promise<boolean>;
};

/**
 * Tries the candidates of one round after the other until some mend the item and a bounded number of others was tried after the first of them; then groups
 * them by what they do and proposes the best group's best. A rejected one brings the next group forward, a refused one the
 * next of its group; then the search goes on where it was. What is left of rejected groups comes at the end, and after it
 * what mends only some of the targets.
 */
export async function* proposePlausible(
  rounds: Iterable<Iterable<SearchCandidate>>,
  task: BrainTask,
  deps: Deps,
): AsyncGenerator<Proposal, CandidatesEnd, Decision | undefined> {
  const state: SearchState = { tried: 0, queue: [], seen: new Set(), originals: new Map(), limit: null };
  const offers: Offers = { rejected: 0, left: [] };
  const partial: TriedCandidate[] = [];
  for (const round of rounds) {
    const source = round[Symbol.iterator]();
    for (let isDone = false; !isDone; ) {
      const found: TriedCandidate[] = [];
      let lookOn: number | null = null;
      isDone = true;
      for await (const tried of tryCandidates(source, state, task, deps)) {
        deps.onTried(tried);
        if (tried.result.verdict === "mends-all") found.push(tried);
        if (tried.result.verdict === "mends-some") partial.push(tried);
        if (lookOn !== null) lookOn -= 1;
        else if (found.length > 0) lookOn = findLookOn(deps.runner.kind, state.tried);
        isDone = lookOn !== 0 && found.length < MAX_PLAUSIBLE;
        // What runs beside it ends here: whoever judges a proposal needs the tree for it.
        if (!isDone) break;
      }
      await deps.batches.flush();
      yield* offer(found, offers, task, deps);
    }
    if (state.limit !== null) break;
  }
  for (const tried of [...offers.left, ...partial]) yield describe(tried);
  const { limit, tried } = state;
  if (task.signal.aborted) return { status: "aborted", reason: "stopped", tried };
  if (limit !== null) return { status: "limit", reason: limit, tried };
  return { status: "exhausted", reason: `none of ${tried} candidates was enough`, tried };
}

function findLookOn(kind: TryDeps["runner"]["kind"], tried: number): number {
  const { times, least, most } = LOOK_ON[kind];
  return Math.min(most, Math.max(least, Math.ceil(tried * times)));
}

type Offers = {
  rejected: number;
  /** Members of groups of which another member was rejected. */
  readonly left: TriedCandidate[];
};

async function* offer(
  found: readonly TriedCandidate[],
  offers: Offers,
  task: BrainTask,
  deps: Deps,
): AsyncGenerator<Proposal, void, Decision | undefined> {
  const groups = orderGroups(await groupPlausible(found, task, deps), deps.literals);
  if (groups.length > 0) deps.onChoice?.(groups);
  for (const group of groups) {
    for (const [at, member] of group.members.entries()) {
      if (offers.rejected > 0 && !(await deps.confirm(member))) continue;
      const confidence = rateConfidence({ group, groups, rejected: offers.rejected });
      const decision = yield { ...describe(member), confidence };
      // Whoever judged the proposal may have used this sandbox for it.
      await task.sandbox.reset();
      if (decision?.status === "reject") offers.rejected += 1;
      if (decision?.status === "refused") continue;
      offers.left.push(...group.members.slice(at + 1));
      break;
    }
  }
}

function describe({ edits, candidate }: TriedCandidate): Proposal {
  return { edits, summary: candidate.summary, origin: candidate.origin };
}
