import type { BrainTask } from "../brain/brain.ts";
import { checkId } from "../domain/gate.ts";
import type { TreeEntry } from "../ports.ts";
import type { AttemptInput } from "./attempt-item.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { createApproachDescriber } from "./describe-approach.ts";
import { findEditableFiles } from "./find-editable-files.ts";

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;

/** What a brain gets for an item: the failing gate, the files that it may edit, its bounds, and memory's refusals. */
export function buildBrainTask(
  { cycle, item, position, sandbox }: AttemptInput,
  files: readonly TreeEntry[],
  deps: CampaignDeps,
): BrainTask {
  const { config, gates, log, recall, seed, signal } = deps;
  const gate = gates.find(({ name }) => name === item.gate);
  if (gate === undefined)
    throw new Error(`work item ${item.id} names a gate that is not there: ${item.gate}`);
  const { results, setAside } = position.measurement;
  const checks = results.get(item.gate)?.checks ?? [];
  const aside = setAside.get(item.gate) ?? new Set<string>();
  const failing = checks.filter(({ status }) => status === "failed").map(checkId);
  const describe = createApproachDescriber({ item, tree: position.tree, files }, deps);
  return {
    item,
    gate,
    sandbox,
    editableFiles: findEditableFiles(files, config),
    trackedFiles: files.map(({ path }) => path),
    knownFailures: new Set([...failing, ...aside]),
    passingChecks: checks.filter((check) => check.status === "passed" && !aside.has(checkId(check))),
    limits: { maxCandidates: config.brain.maxCandidates, maxMs: boundTime(deps) },
    seed,
    isAvoided: async (edits) => recall.isAvoided(await describe(edits)),
    onBatch: async ({ tried, outcomes, durationMs }) => {
      await log.append({ type: "candidates-tried", cycle, tried, outcomes: { ...outcomes }, durationMs });
    },
    signal,
  };
}

/** The brain's own bound, or what is left of the campaign's; null under a seed, which only counts may bound. */
function boundTime({ config, log }: CampaignDeps): number | null {
  if (config.brain.seed !== null) return null;
  const leftMs = config.stop.maxHours * MS_PER_HOUR - log.state().elapsedMs;
  return Math.max(0, Math.min(config.brain.maxMinutes * MS_PER_MINUTE, leftMs));
}
