import { digest } from "../../../domain/digest.ts";
import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { BrainTask } from "../../brain.ts";
import type { SearchCandidate } from "../search-candidate.ts";
import type { SearchDeps } from "../search-deps.ts";
import type { BatchReporter } from "./batch-reporter.ts";
import type { CandidateResult, CandidateRunner } from "./candidate-runner.ts";
import { findMostCandidates } from "./find-most-candidates.ts";
import { type OriginalFile, type PreparedCandidate, prepareCandidate } from "./prepare-candidate.ts";
import { readOriginal } from "./read-original.ts";

/** How much more a candidate may take that ran out of fuel on its way to the goal, each time. */
const MORE_POWER = 10;
const MAX_POWER = 100;

/** A candidate that was run, and how it fared. */
export type TriedCandidate = PreparedCandidate & { readonly result: CandidateResult };

/** A candidate, and how much it may take. */
type Queued = PreparedCandidate & { readonly power: number };

/** What a search has done so far; one for all that it tries. */
export type SearchState = {
  tried: number;
  /** Ready to be run: what was left when the loop was left early. */
  readonly queue: Queued[];
  /** Digests of what was run: equal trees are run once. */
  readonly seen: Set<string>;
  readonly originals: Map<string, OriginalFile>;
  /** Why it ended, where a bound ended it. */
  limit: string | null;
};

/** What trying needs besides the task. */
export type TryDeps = SearchDeps & {
  readonly parser: SourceParser;
  readonly runner: CandidateRunner;
  readonly batches: BatchReporter;
  /** `elapsedMs` of the clock at the brain's start: locating the bug counts as well. */
  readonly startedMs: number;
};

/**
 * Runs candidates in their order, in batches that grow, and yields each with its result until a bound of the task is
 * reached. Left out: what cannot be put together, what was run before as the same text, what memory forbids. What ran out
 * of fuel on its way to the goal is run again with more, behind the others of its batch. Whoever leaves the loop early can
 * go on with the same `source` and `state`.
 */
export async function* tryCandidates(
  source: Iterator<SearchCandidate>,
  state: SearchState,
  task: BrainTask,
  deps: TryDeps,
): AsyncGenerator<TriedCandidate, void, void> {
  for (let round = 0; ; round += 1) {
    const sizes = deps.runner.batchSizes;
    const size = sizes[Math.min(round, sizes.length - 1)] ?? sizes[0];
    if (state.queue.length === 0) await fillQueue(source, size, state, task, deps);
    if (state.queue.length === 0) return;
    yield* runQueue(state, task, deps);
  }
}

/** Runs what is first in the queue and may take as much; what needs more goes to its end. */
async function* runQueue(
  state: SearchState,
  task: BrainTask,
  deps: TryDeps,
): AsyncGenerator<TriedCandidate, void, void> {
  const { queue } = state;
  const power = queue[0]?.power ?? 1;
  const end = queue.findIndex((queued) => queued.power !== power);
  for await (const result of deps.runner.run(queue.slice(0, end === -1 ? queue.length : end), power)) {
    task.signal.throwIfAborted();
    const next = queue.shift();
    if (next === undefined) return;
    if (power === 1) state.tried += 1;
    const more = power * MORE_POWER;
    if (isOnItsWay(result) && deps.runner.kind === "warm" && more <= MAX_POWER) {
      queue.push({ ...next, power: more });
    } else if (deps.runner.kind === "warm" && (await isForbidden(next, result, task))) {
      await deps.batches.add("avoided");
    } else {
      await deps.batches.add(result.verdict);
      yield { ...next, result };
    }
  }
}

function isOnItsWay({ verdict, progress }: CandidateResult): boolean {
  return verdict === "time-out" && progress.mended > 0;
}

/** Asking memory takes longer than a warm run, so it is asked of what would be proposed. */
async function isForbidden({ edits }: PreparedCandidate, { verdict }: CandidateResult, task: BrainTask) {
  return (verdict === "mends-all" || verdict === "mends-some") && (await task.isAvoided(edits));
}

async function fillQueue(
  source: Iterator<SearchCandidate>,
  size: number,
  state: SearchState,
  task: BrainTask,
  deps: TryDeps,
): Promise<void> {
  while (state.queue.length < size) {
    state.limit = findLimit(state.tried + state.queue.length, task, deps);
    if (state.limit !== null) return;
    const next = source.next();
    if (next.done === true) return;
    const prepared = await prepare(next.value, state, task, deps);
    if (prepared !== null) state.queue.push({ ...prepared, power: 1 });
  }
}

async function prepare(
  candidate: SearchCandidate,
  { seen, originals }: SearchState,
  task: BrainTask,
  { parser, runner, batches }: TryDeps,
): Promise<PreparedCandidate | null> {
  for (const { path } of candidate.edits) {
    const original = originals.has(path) ? null : await readOriginal(path, task.sandbox);
    if (original !== null) originals.set(path, original);
  }
  const prepared = prepareCandidate(candidate, originals);
  if (prepared === null) return null;
  const key = digest(...prepared.edits.flatMap(({ path, content }) => [path, content]));
  if (seen.has(key)) return null;
  seen.add(key);
  if (runner.kind === "warm") return prepared;
  // Where each run is a process of its own, parsing and asking memory cost less than finding out.
  if (!(await parses(prepared, parser))) return null;
  if (!(await task.isAvoided(prepared.edits))) return prepared;
  await batches.add("avoided");
  return null;
}

async function parses({ edits }: PreparedCandidate, parser: SourceParser): Promise<boolean> {
  const outcomes = await Promise.all(edits.map(({ path, content }) => parser.parse(path, content)));
  return outcomes.every(({ status }) => status === "parsed");
}

function findLimit(
  tried: number,
  { limits, signal }: Pick<BrainTask, "limits" | "signal">,
  { runner, clock, startedMs }: Pick<TryDeps, "runner" | "clock" | "startedMs">,
): string | null {
  const { maxMs } = limits;
  const most = findMostCandidates(runner.kind, limits);
  if (signal.aborted) return "stopped";
  if (tried >= most) return `the limit of ${most} candidates is reached`;
  if (maxMs !== null && clock.elapsedMs() - startedMs >= maxMs)
    return `the limit of ${Math.round(maxMs / 1000)} s is reached`;
  return null;
}
