import type { BrainTask } from "../brain/brain.ts";
import { checkId } from "../domain/gate.ts";
import type { Knowledge } from "../domain/lesson.ts";
import type { WorkItem } from "../domain/work-item.ts";
import { listProtectedGlobs } from "../policy/protected/list-protected-globs.ts";
import { createPathProtection } from "../policy/protected/protected-paths.ts";
import type { TreeEntry } from "../ports.ts";
import type { AttemptInput } from "./attempt-item.ts";
import type { CampaignDeps } from "./campaign-deps.ts";
import { createApproachDescriber } from "./describe-approach.ts";
import { findEditableFiles } from "./find-editable-files.ts";
import { isBrainExhausted } from "./is-brain-exhausted.ts";

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
/** Lessons that a brain is told of; a prompt has room for a few. */
const MAX_LESSONS = 8;

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
  const policy = deps.openPolicy();
  const blobs = new Map(files.map(({ path, hash }) => [path, hash]));
  return {
    cycle,
    item,
    goal: config.goal,
    lessons: findLessons(item, deps),
    guidance: [],
    temperature: null,
    gate,
    sandbox,
    editableFiles: findEditableFiles(files, config),
    trackedFiles: files.map(({ path }) => path),
    knownFailures: new Set([...failing, ...aside]),
    passingChecks: checks.filter((check) => check.status === "passed" && !aside.has(checkId(check))),
    limits: {
      maxCandidates: config.brain.maxCandidates,
      maxPlainCandidates: config.brain.maxPlainCandidates,
      maxMs: boundTime(deps),
    },
    seed,
    isAvoided: async (edits) => recall.isAvoided(await describe(edits)),
    isExhausted: (brain) => isBrainExhausted({ item, brain, blobs }, deps),
    protectionOf: createPathProtection(listProtectedGlobs(config)),
    weigh: (arm) => policy.weigh(item.kind, arm),
    onBatch: async ({ outcomes, ...batch }) => {
      await log.append({ type: "candidates-tried", cycle, ...batch, outcomes: { ...outcomes } });
    },
    signal,
  };
}

/** What was learned of this item, then of failures that read like it. */
function findLessons(item: WorkItem, { recall }: CampaignDeps): readonly Knowledge[] {
  const similar = recall.querySimilar(`${item.title} ${item.signature}`, MAX_LESSONS);
  return similar.toSorted((a, b) => Number(b.item.id === item.id) - Number(a.item.id === item.id));
}

/** The brain's own bound, or what is left of the campaign's; null under a seed, which only counts may bound. */
function boundTime({ config, log }: CampaignDeps): number | null {
  if (config.brain.seed !== null) return null;
  const leftMs = config.stop.maxHours * MS_PER_HOUR - log.state().elapsedMs;
  return Math.max(0, Math.min(config.brain.maxMinutes * MS_PER_MINUTE, leftMs));
}
