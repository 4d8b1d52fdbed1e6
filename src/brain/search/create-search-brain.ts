import { digest } from "../../domain/digest.ts";
import { findOperatorSetVersion } from "../../operators/operator-set-version.ts";
import { operators } from "../../operators/registry.ts";
import { createSourceParser, type SourceParser } from "../../syntax/parse-source.ts";
import type { Brain, BrainEnd, BrainTask, Decision, Proposal } from "../brain.ts";
import { generateCandidates } from "./generate-candidates.ts";
import { locate } from "./locate/locate.ts";
import { findMentionedNames } from "./locate/mentioned-names.ts";
import { rankCandidates } from "./rank.ts";
import { findLinterFix } from "./run/linter-fix.ts";
import { planStages } from "./run/plan-stages.ts";
import { runCandidates } from "./run/run-candidates.ts";
import type { SearchDeps } from "./search-deps.ts";

/** Raised when the search would try other candidates, or in another order, with the same operators. */
const SEARCH_VERSION = "1";

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
  const plan = await planStages(task, deps);
  if (plan.status === "unsuited") return unsuited(plan.reason);
  const fix = task.item.kind === "lint" ? await findLinterFix(task, plan.stages, deps) : null;
  if (fix !== null) {
    await task.onBatch({
      tried: 1,
      outcomes: { "mends-all": 1 },
      durationMs: deps.clock.elapsedMs() - startedMs,
    });
    yield fix;
    await task.sandbox.reset();
  }
  const suspicion = await locate(task, deps);
  const mentioned = await findMentionedNames(task.item, task.sandbox);
  await task.sandbox.reset();
  const generated = await generateCandidates(
    { suspicion, mentioned, operators },
    { parser: deps.parser, sandbox: task.sandbox },
  );
  const candidates = rankCandidates(generated.candidates, task.seed, task.weigh);
  const suspects = [...new Set([...generated.searched, ...task.item.files])];
  const exhausted = { brain: { kind: "search", version: deps.version }, suspects } as const;
  if (candidates.length === 0 && fix === null) {
    const reason = generated.skipped[0] ?? "no place to change was found";
    // Files without a place to change are as exhausted as those where every change was tried.
    return generated.searched.length === 0
      ? unsuited(reason)
      : { status: "exhausted", reason, tried: 0, exhausted };
  }
  const end = yield* runCandidates({ candidates, stages: plan.stages, startedMs }, task, deps);
  const tried = end.tried + (fix === null ? 0 : 1);
  return { ...end, tried, exhausted: isRepeatable({ ...end, tried }, task) ? exhausted : null };
}

/** A bound in candidates gives the same candidates again; a bound in time does not. */
function isRepeatable({ status, tried }: Pick<BrainEnd, "status" | "tried">, { limits }: BrainTask): boolean {
  return status === "exhausted" || (status === "limit" && tried >= limits.maxCandidates);
}

function unsuited(reason: string): BrainEnd {
  return { status: "unsuited", reason, tried: 0, exhausted: null };
}
