import type { BrainEnd, BrainTask, Decision, Proposal } from "../../../src/brain/brain.ts";
import { createSearchBrain } from "../../../src/brain/search/create-search-brain.ts";
import type { SearchCandidate } from "../../../src/brain/search/search-candidate.ts";
import { configSchema } from "../../../src/config/schema.ts";
import { checkId, type GateResult } from "../../../src/domain/gate.ts";
import { failureSignature } from "../../../src/gates/failure-signature.ts";
import { runGate } from "../../../src/gates/run-gate.ts";
import { findWork } from "../../../src/work/find-work.ts";
import { rankItems } from "../../../src/work/rank.ts";
import { plainTask } from "../../helpers/plain-task.ts";
import { buildGate } from "./build-gate.ts";
import { explainMiss, type Miss } from "./explain-miss.ts";
import { judgeBehaviour } from "./judge-behaviour.ts";
import { plantBug } from "./plant-bug.ts";
import type { RepairBench } from "./repair-bench.ts";
import { isTestPath, type RepairBug, type RepairModule } from "./repair-bug.ts";

/** Proposals that are judged until one is plausible. */
const MAX_PROPOSALS = 5;
const GIVEN_UP_AFTER_MS = 90_000;
const bounds = configSchema.parse({}).brain;
const clock = { elapsedMs: () => performance.now() };

/** What became of a bug. */
export type BugOutcome = {
  readonly id: string;
  /** The whole visible suite passes with a proposal, in a fresh run of the gate. */
  readonly isPlausible: boolean;
  /** The first proposal passes, and does what the good code does on generated inputs. */
  readonly isFirstCorrect: boolean;
  /** The brain's own word on its first proposal; null where it gives none or there is none. */
  readonly confidence: number | null;
  readonly summary: string;
  readonly operator: string;
  /** Candidates and time to the first proposal, or to the end where there is none. */
  readonly candidates: number;
  readonly seconds: number;
  /** The gate's first run on the bug, which is not in `seconds`. */
  readonly suiteSeconds: number;
  /** How the brain ended where no proposal was plausible: status and reason. */
  readonly end: string;
  /** Where none was plausible; null where the search generated nothing. */
  readonly miss: Miss | null;
  /** How the first proposal differs from the good code, where it does. */
  readonly difference: string;
};

/** Has the real search brain work on one bug, with the campaign's own finder, gate, bounds and sandbox. */
export async function runBug(
  {
    module,
    bug,
    seed,
    maxCandidates = bounds.maxCandidates,
  }: {
    readonly module: RepairModule;
    readonly bug: RepairBug;
    readonly seed: number;
    /** Default: as configuration has it. */
    readonly maxCandidates?: number;
  },
  bench: RepairBench,
): Promise<BugOutcome> {
  const files = plantBug(module.files, bug);
  await using sandbox = await bench.open(bug.id, files);
  const trackedFiles = [".gitignore", ...Object.keys(files)];
  const deps = { clock, git: { listFiles: async () => [] } };
  const gate = buildGate(module.runner);
  const run = (request: Parameters<typeof runGate>[0]) => runGate({ ...request, trackedFiles }, deps);
  const base = await run({ spec: gate, sandbox });
  let tried = 0;
  const task: BrainTask = {
    ...plainTask,
    ...readBase(base, trackedFiles),
    gate,
    sandbox,
    editableFiles: trackedFiles.filter((path) => !isTestPath(path) && !/\.json$|^\.git/.test(path)),
    trackedFiles,
    limits: { maxCandidates, maxPlainCandidates: bounds.maxPlainCandidates, maxMs: null },
    seed,
    onBatch: async (batch) => {
      tried += batch.tried;
    },
    signal: AbortSignal.timeout(GIVEN_UP_AFTER_MS),
  };
  const startedMs = clock.elapsedMs();
  let ranked: readonly SearchCandidate[] = [];
  const onRanked = (candidates: readonly SearchCandidate[]) => {
    ranked = candidates;
  };
  const proposing = createSearchBrain({ clock, runGate: run, onRanked }).propose(task);
  const suiteSeconds = base.durationMs / 1000;
  let first: Omit<BugOutcome, "isPlausible" | "end" | "miss"> | null = null;
  let decision: Decision | undefined;
  let end: BrainEnd | null = null;
  for (let count = 0; count < MAX_PROPOSALS; count += 1) {
    const step: IteratorResult<Proposal, BrainEnd> = await proposing.next(decision);
    const seconds = (clock.elapsedMs() - startedMs) / 1000;
    if (step.done === true) {
      end = step.value;
      break;
    }
    const { edits, summary, origin, confidence } = step.value;
    await sandbox.reset();
    await sandbox.apply(edits);
    const judged = await run({ spec: gate, sandbox });
    const isPlausible = judged.status === "passed" && judged.checks.length >= base.checks.length;
    if (first === null) {
      const repaired = {
        ...files,
        ...Object.fromEntries(edits.map(({ path, content }) => [path, content ?? ""])),
      };
      const behaviour = await judgeBehaviour(module, repaired);
      first = {
        id: bug.id,
        isFirstCorrect: isPlausible && behaviour.status === "same",
        confidence: confidence?.value ?? null,
        ...{ summary, operator: origin, candidates: tried, seconds, suiteSeconds },
        difference: behaviour.status === "same" ? "" : behaviour.first,
      };
    }
    if (isPlausible) {
      await proposing.return({ status: "aborted", reason: "enough", tried, exhausted: null });
      return { ...first, isPlausible: true, end: "", miss: null };
    }
    await sandbox.reset();
    decision = { status: "reject", reason: judged.reason, gates: [] };
  }
  await proposing.return({ status: "aborted", reason: "enough", tried, exhausted: null });
  return {
    ...(first ?? {
      ...{ id: bug.id, isFirstCorrect: false, confidence: null, summary: "", operator: "" },
      ...{ candidates: end?.tried ?? tried, suiteSeconds, difference: "" },
      seconds: (clock.elapsedMs() - startedMs) / 1000,
    }),
    isPlausible: false,
    miss: ranked.length === 0 ? null : explainMiss(ranked, { good: module.files, bad: files }),
    end: end === null ? `limit: ${MAX_PROPOSALS} proposals were not enough` : `${end.status}: ${end.reason}`,
  };
}

/** The work item that a campaign would take first, and what the base says of every check. */
function readBase(
  base: GateResult,
  trackedFiles: readonly string[],
): Pick<BrainTask, "item" | "knownFailures" | "passingChecks"> {
  const asked = { issue: null, goal: "", hasModel: false };
  const input = { results: [base], setAside: new Map(), trackedFiles, asked };
  const [item] = rankItems(findWork(input, { failureSignature }).items, [{ name: base.gate, order: 1 }]);
  if (item === undefined)
    throw new Error(`nothing fails: ${base.status}, ${base.reason}\n${base.outputTail}`);
  return {
    item,
    knownFailures: new Set(base.checks.filter(({ status }) => status === "failed").map(checkId)),
    passingChecks: base.checks.filter(({ status }) => status === "passed"),
  };
}
