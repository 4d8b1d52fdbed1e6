import type { WorkItem } from "../domain/work-item.ts";
import type { MethodEnd } from "../methods/method.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";
import { brainVersion } from "./brain-version.ts";
import { buildMethodTask } from "./build-method-task.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { findDoubt } from "./find-doubt.ts";
import type { Trial } from "./judge-proposal.ts";
import { nameBrains } from "./name-brains.ts";
import type { MeasuredPosition } from "./position.ts";
import { summarizeItem } from "./summarize-item.ts";

const rulesWithoutEvidence: ReadonlySet<string> = new Set(["error", "strict"]);

/** An item, the base that it fails on, and the sandbox to work in. */
export type AttemptInput = {
  readonly cycle: number;
  readonly item: WorkItem;
  readonly position: MeasuredPosition;
  readonly sandbox: Sandbox;
  /** Ids of tests that were written for the item and are part of the base by now; a fix has to mend each of them. */
  readonly mustMend?: ReadonlySet<string>;
};

/**
 * Puts brains to work on an item by a method, with policy, memory and gates as its judges, and
 * journals how it ended. Gives the candidate to promote, or null: where the brain is not sure enough of what passed it is a
 * suggestion, and ends the attempt all the same, since brains propose what they are surest of first. Rejects with the signal's reason when the campaign
 * is stopped: the cycle is then left open, for `--resume` to do again.
 */
export async function attemptItem(
  input: AttemptInput,
  deps: CampaignDeps,
): Promise<{ readonly promoted: { readonly tree: string; readonly results: Trial["results"] } | null }> {
  const { cycle, item, position } = input;
  const { git, log, signal } = deps;
  const method = deps.chooseMethod(item, cycle);
  await log.append({
    type: "cycle-started",
    cycle,
    item: summarizeItem(item),
    tree: position.tree,
    brain: nameBrains(deps.brains),
    method: method.kind,
  });
  if (method.choice !== null)
    await log.append({
      ...{ type: "method-stepped", cycle, method: method.kind, ...method.choice },
      figures: { ...method.choice.figures },
      candidate: null,
    });
  const files = await git.listFiles(position.tree);
  let lastTrial: Trial | undefined;
  let isInconclusive = false;
  const onTrial = (trial: Trial): void => {
    lastTrial = trial;
    const { judgement } = trial;
    if (judgement.status === "reject" && rulesWithoutEvidence.has(judgement.rule)) isInconclusive = true;
  };
  await using stack = new AsyncDisposableStack();
  const end = await method.run(
    buildMethodTask({ ...input, files, stack, method: method.kind, onTrial }, deps),
  );
  signal.throwIfAborted();
  const blobs = new Map(files.map(({ path, hash }) => [path, hash]));
  const judged = lastTrial?.judgement.reason ?? "";
  const doubt =
    end.status === "promote"
      ? findDoubt(lastTrial?.candidate.confidence ?? null, deps.config.promotion)
      : null;
  const reason = end.status === "promote" ? (doubt ?? judged) : end.reason;
  // What was refused for the sake of a gate or of other failures may pass once these are mended.
  const exhausted = isInconclusive ? null : findExhausted(end, deps, blobs);
  await log.append({
    type: "attempt-ended",
    cycle,
    status: doubt === null ? end.status : "suggest",
    reason,
    attempts: end.attempts,
    exhausted,
  });
  if (end.status !== "promote" || doubt !== null || lastTrial === undefined) return { promoted: null };
  return { promoted: { tree: lastTrial.candidate.tree, results: lastTrial.results } };
}

/** The exhausted key: everything that a brain knows was tried on these files, within bounds that repeat. */
function findExhausted(
  end: MethodEnd,
  { config }: CampaignDeps,
  blobs: ReadonlyMap<string, string>,
): { brain: string; suspects: { path: string; blob: string }[] } | null {
  if (end.status === "promote") return null;
  const spent = end.brainEnds.find(({ exhausted }) => exhausted !== null)?.exhausted ?? null;
  if (spent === null) return null;
  const suspects = spent.suspects.map((path) => ({ path, blob: blobs.get(path) ?? "" }));
  return suspects.length === 0 ? null : { brain: brainVersion(spent.brain, config.brain), suspects };
}
