import { digest } from "../../domain/digest.ts";
import { findOperatorSetVersion } from "../../operators/operator-set-version.ts";
import { operators } from "../../operators/registry.ts";
import { createSourceParser, type SourceParser } from "../../syntax/parse-source.ts";
import type { Brain, BrainEnd, BrainTask, CandidateBatch, Decision, Proposal } from "../brain.ts";
import { proposePlausible } from "./choose/propose-plausible.ts";
import { generateCandidates } from "./generate-candidates.ts";
import { findClues } from "./locate/find-clues.ts";
import { locate } from "./locate/locate.ts";
import { findMentionedNames } from "./locate/mentioned-names.ts";
import { readSuspects } from "./locate/read-suspects.ts";
import { rankCandidates } from "./rank.ts";
import { createBatchReporter } from "./run/batch-reporter.ts";
import type { CandidateRunner } from "./run/candidate-runner.ts";
import { createConfirmation } from "./run/create-confirmation.ts";
import { findMostCandidates } from "./run/find-most-candidates.ts";
import { findLinterFix } from "./run/linter-fix.ts";
import { openCandidateRunner } from "./run/open-candidate-runner.ts";
import { openRunWay, type RunWay } from "./run/open-run-way.ts";
import type { SearchCandidate } from "./search-candidate.ts";
import type { SearchDeps } from "./search-deps.ts";
import { planSecondOrder, type Tried } from "./second-order/plan-second-order.ts";

/** Raised when the search would try other candidates, or in another order, with the same operators. */
const SEARCH_VERSION = "2";

/** Share of the runs that may end without a word before nothing is remembered of them. */
const MAX_SILENT = 0.5;
/** Pairs of edits that are tried when no single one is enough; a finding on one line needs none. */
const MAX_PAIRS = { warm: 2_000, plain: 100 } as const;
/** Candidates of one edit that are tried before the first pairs, and how many pairs those are. */
const FIRST_ROUND = 1_200;
const GUIDED_PAIRS = 300;

/**
 * The embedded brain: no key, no network, no model. It locates the bug, changes one place at a time in the likeliest
 * order, and proposes what makes the failing test pass without breaking another. The same seed, tree, memory and
 * machine give the same proposals in the same order.
 */
export function createSearchBrain(deps: SearchDeps): Brain {
  const parser = createSourceParser();
  const version = digest(SEARCH_VERSION, findOperatorSetVersion(operators)).slice(0, 16);
  return {
    kind: "search",
    version,
    propose: (task) => search(task, { ...deps, parser, version }),
  };
}

type Deps = SearchDeps & { readonly parser: SourceParser; readonly version: string };

async function* search(
  task: BrainTask,
  deps: Deps,
): AsyncGenerator<Proposal, BrainEnd, Decision | undefined> {
  try {
    await task.sandbox.reset();
    return yield* mend(task, deps);
  } catch (error) {
    if (!task.signal.aborted) throw error;
    return { status: "aborted", reason: "stopped", tried: 0, exhausted: null };
  } finally {
    await task.sandbox.reset();
  }
}

async function* mend(task: BrainTask, deps: Deps): AsyncGenerator<Proposal, BrainEnd, Decision | undefined> {
  const startedMs = deps.clock.elapsedMs();
  if (task.editableFiles.length === 0) return unsuited("no file may be edited");
  const way = await openRunWay(task, deps);
  if (way.status === "unsuited") return unsuited(way.reason);
  await using opened = new AsyncDisposableStack();
  const session = way.status === "warm" ? opened.use(way.session) : null;
  const tell = (batch: CandidateBatch) => task.onBatch({ ...batch, runner: nameWay(way) });
  const batches = createBatchReporter(tell, deps.clock);
  const fix =
    way.status === "plain" && task.item.kind === "lint" ? await findLinterFix(task, way.stages, deps) : null;
  if (fix !== null) {
    await batches.add("mends-all");
    await batches.flush();
    yield fix;
    await task.sandbox.reset();
  }
  const mentioned = await findMentionedNames(task.item, task.sandbox);
  const suspicion = await locate(task, { ...deps, mentioned, session });
  // Plain traces may have written into the tree; a warm session keeps what it needs in the sandbox's folders.
  if (session === null) await task.sandbox.reset();
  const { files, skipped } = await readSuspects(suspicion, { parser: deps.parser, sandbox: task.sandbox });
  const cluesOf = await findClues(files, task, { parser: deps.parser, session });
  const generated = generateCandidates({ files, mentioned, operators, cluesOf });
  const ranked = rankCandidates(generated, task.seed, task.weigh);
  deps.onRanked?.(ranked);
  const searched = files.map(({ source }) => source.path);
  const suspects = [...new Set([...searched, ...task.item.files])];
  const exhausted = { brain: { kind: "search", version: deps.version }, suspects } as const;
  if (ranked.length === 0 && fix === null) {
    const reason = skipped[0] ?? "no place to change was found";
    // Files without a place to change are as exhausted as those where every change was tried.
    return searched.length === 0 ? unsuited(reason) : { status: "exhausted", reason, tried: 0, exhausted };
  }
  const runner = await openCandidateRunner(way, searched, task, deps);
  const tried: Tried[] = [];
  let silent = 0;
  const maxPairs = task.item.kind === "lint" ? 0 : MAX_PAIRS[runner.kind];
  const found = yield* proposePlausible(planRounds(ranked, tried, { seed: task.seed, maxPairs }), task, {
    ...{ ...deps, runner, batches, startedMs, session },
    literals: cluesOf(searched[0] ?? "").literals ?? [],
    confirm: way.status === "plain" ? async () => true : createConfirmation(task, { ...deps, batches }),
    onTried: ({ candidate, result: { progress, verdict } }) => {
      tried.push({ candidate, progress });
      if (verdict === "no-evidence") silent += 1;
    },
  });
  const end = { ...found, tried: found.tried + (fix === null ? 0 : 1) };
  // Where most runs said nothing, something else than the candidates may have been in the way.
  const isTelling = silent <= tried.length * MAX_SILENT;
  return { ...end, exhausted: isTelling && isRepeatable(end, runner, task) ? exhausted : null };
}

/** Each round is planned when the one before it has been run: pairs are made of what single edits moved. */
function* planRounds(
  ranked: readonly SearchCandidate[],
  tried: readonly Tried[],
  { seed, maxPairs }: { readonly seed: number; readonly maxPairs: number },
): Generator<Iterable<SearchCandidate>> {
  yield ranked.slice(0, FIRST_ROUND);
  // What mends some of the item is more telling than what ranks low.
  yield planSecondOrder({ tried: [...tried], ranked, seed }, { maxPairs: GUIDED_PAIRS, isGuided: true });
  yield ranked.slice(FIRST_ROUND);
  yield planSecondOrder({ tried: [...tried], ranked, seed }, { maxPairs });
}

/** A bound in candidates gives the same candidates again; a bound in time does not. */
function isRepeatable(
  { status, tried }: Pick<BrainEnd, "status" | "tried">,
  { kind }: CandidateRunner,
  { limits }: BrainTask,
): boolean {
  return status === "exhausted" || (status === "limit" && tried >= findMostCandidates(kind, limits));
}

function nameWay(way: Exclude<RunWay, { readonly status: "unsuited" }>): string {
  return way.status === "warm" ? `warm: ${way.session.runner}` : `plain: ${way.reason}`;
}

function unsuited(reason: string): BrainEnd {
  return { status: "unsuited", reason, tried: 0, exhausted: null };
}
