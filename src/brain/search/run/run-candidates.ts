import { applyTextEdit } from "../../../operators/text-edit.ts";
import type { SourceParser } from "../../../syntax/parse-source.ts";
import type { BrainEnd, BrainTask, Decision, Proposal } from "../../brain.ts";
import type { SearchCandidate } from "../search-candidate.ts";
import type { SearchDeps } from "../search-deps.ts";
import { createBatchReporter } from "./batch-reporter.ts";
import { readOriginal } from "./read-original.ts";
import type { Stage } from "./stage.ts";
import { tryCandidate } from "./try-candidate.ts";

/** How many more candidates are tried, once one has mended the item and left other failures of its file. */
const LOOK_ON = 40;

/** How the candidates ended: all of them tried, or the bound that stopped it. */
export type CandidatesEnd = Pick<BrainEnd, "status" | "reason" | "tried">;

/**
 * Tries candidates in their order, one at a time, within the task's bounds. One that mends all of the item's targets,
 * breaks nothing and leaves no failure in the item's test files is yielded at once. One that leaves failures there may
 * merely suit one test, so it is held while a bounded number of others is tried; then those that leave the fewest come
 * first. Those that mend only some of the targets come at the end.
 */
export async function* runCandidates(
  input: {
    readonly candidates: readonly SearchCandidate[];
    readonly stages: readonly Stage[];
    /** `elapsedMs` of the clock at the brain's start: locating the bug counts as well. */
    readonly startedMs: number;
  },
  task: BrainTask,
  deps: SearchDeps & { readonly parser: SourceParser },
): AsyncGenerator<Proposal, CandidatesEnd, Decision | undefined> {
  const { limits, sandbox, signal } = task;
  const batches = createBatchReporter((batch) => task.onBatch(batch), deps.clock);
  const partial: Proposal[] = [];
  const held: Held[] = [];
  let lookOn = LOOK_ON;
  let tried = 0;
  let limit: string | null = null;
  for (const candidate of input.candidates) {
    limit = findLimit({ tried, elapsedMs: deps.clock.elapsedMs() - input.startedMs, limits, signal });
    if (limit !== null) break;
    const [{ path, edit }] = candidate.edits;
    const original = await readOriginal(path, sandbox);
    if (original === null) continue;
    const content = applyTextEdit(original.content, edit);
    if ((await deps.parser.parse(path, content)).status === "skipped") continue;
    const edits = [{ ...original, content }];
    if (await task.isAvoided(edits)) {
      await batches.add("avoided");
      continue;
    }
    tried += 1;
    const { verdict, leftFailing } = await tryCandidate(
      { edits, originals: [original], stages: input.stages },
      task,
      deps,
    );
    await batches.add(verdict);
    const proposal = { edits, summary: candidate.summary, origin: candidate.origin };
    if (verdict === "mends-some") partial.push(proposal);
    if (verdict === "mends-all" && leftFailing > 0 && lookOn > 0) held.push({ proposal, leftFailing });
    else if (verdict === "mends-all") {
      await batches.flush();
      yield proposal;
      // Whoever judged the proposal may have used this sandbox for it.
      await sandbox.reset();
    }
    if (held.length > 0) lookOn -= 1;
    if (lookOn === 0 && held.length > 0) {
      await batches.flush();
      yield* release(held);
      await sandbox.reset();
    }
  }
  await batches.flush();
  yield* release(held);
  for (const proposal of partial) yield proposal;
  if (signal.aborted) return { status: "aborted", reason: "stopped", tried };
  if (limit !== null) return { status: "limit", reason: limit, tried };
  return { status: "exhausted", reason: `none of ${tried} candidates was enough`, tried };
}

type Held = { readonly proposal: Proposal; readonly leftFailing: number };

/** Takes all that is held, those that leave the fewest failures first; equal ones in the order in which they came. */
function* release(held: Held[]): Generator<Proposal, void, Decision | undefined> {
  const sorted = held.splice(0).toSorted((a, b) => a.leftFailing - b.leftFailing);
  for (const { proposal } of sorted) yield proposal;
}

function findLimit(state: {
  readonly tried: number;
  readonly elapsedMs: number;
  readonly limits: BrainTask["limits"];
  readonly signal: AbortSignal;
}): string | null {
  const { maxCandidates, maxMs } = state.limits;
  if (state.signal.aborted) return "stopped";
  if (state.tried >= maxCandidates) return `the limit of ${maxCandidates} candidates is reached`;
  if (maxMs !== null && state.elapsedMs >= maxMs)
    return `the limit of ${Math.round(maxMs / 1000)} s is reached`;
  return null;
}
