import { execFileSync } from "node:child_process";
import type { BrainEnd, BrainTask, CandidateBatch, Decision, Proposal } from "../../src/brain/brain.ts";
import { createSearchBrain } from "../../src/brain/search/create-search-brain.ts";
import type { SearchDeps } from "../../src/brain/search/search-deps.ts";
import { checkId, findingId, type GateResult, type GateSpec } from "../../src/domain/gate.ts";
import type { WorkItem, WorkItemKind } from "../../src/domain/work-item.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { openLocalSandbox } from "./local-sandbox.ts";
import { plainTask } from "./plain-task.ts";

/** A project with a failing gate, and how the search is bounded. */
export type SearchInput = {
  readonly files: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  readonly gate: Pick<GateSpec, "kind" | "command"> & Partial<GateSpec>;
  /** Whose failures are the item; default: the first failing file. */
  readonly itemFile?: string;
  /** The one failing test that the item is about; default: all of the file's. */
  readonly target?: string;
  /** Default: everything but tests. */
  readonly editable?: (path: string) => boolean;
  readonly limits?: BrainTask["limits"];
  readonly seed?: number;
  readonly signal?: AbortSignal;
  readonly isAvoided?: BrainTask["isAvoided"];
  /** Stop after so many proposals; default 1. */
  readonly proposals?: number;
  /** What becomes of the proposals, in their order; default: nobody says. */
  readonly decisions?: readonly Decision[];
};

/** What the search gave. `trees` are the whole contents of the edited files, one for each proposal. */
export type SearchOutcome = {
  readonly proposals: readonly Proposal[];
  readonly end: BrainEnd | null;
  readonly batches: readonly CandidateBatch[];
  /** `git status` of the sandbox when the brain was done; "" is clean. */
  readonly status: string;
};

const kinds: Readonly<Record<GateSpec["kind"], WorkItemKind>> = {
  tests: "failing-test",
  lint: "lint",
  typecheck: "type-error",
  golden: "golden",
  validate: "failing-check",
  command: "failing-check",
  benchmark: "failing-check",
};

/** The gate runner and clock that the command line would give. */
export const searchDeps: SearchDeps = {
  clock: { elapsedMs: () => performance.now() },
  runGate: (request) =>
    runGate(request, { clock: { elapsedMs: () => performance.now() }, git: { listFiles: async () => [] } }),
};

/** The same, where each candidate is run as the gate runs. */
export const plainDeps: SearchDeps = { ...searchDeps, warmRunners: [] };

/** Measures the base, takes the first failing file as the item and has the search brain work on it. */
export async function searchProject(
  input: SearchInput,
  deps: SearchDeps = searchDeps,
): Promise<SearchOutcome> {
  await using sandbox = await openLocalSandbox({
    files: input.files,
    ...(input.links ? { links: input.links } : {}),
  });
  const trackedFiles = Object.keys(input.files);
  const gate: GateSpec = {
    name: "gate",
    before: [],
    cwd: ".",
    env: {},
    network: "none",
    timeoutMs: 60_000,
    isRequired: true,
    order: 1,
    ...input.gate,
  };
  const measured = {
    ...deps,
    runGate: (request: Parameters<SearchDeps["runGate"]>[0]) =>
      deps.runGate({ ...request, trackedFiles } as typeof request),
  };
  const base = await measured.runGate({ spec: gate, sandbox });
  const batches: CandidateBatch[] = [];
  const isEditable = input.editable ?? ((path) => !/test|spec|golden/.test(path));
  const task: BrainTask = {
    ...plainTask,
    item: buildItem(base, gate, input),
    gate,
    sandbox,
    editableFiles: trackedFiles.filter(isEditable),
    trackedFiles,
    knownFailures: new Set(base.checks.filter(({ status }) => status === "failed").map(checkId)),
    passingChecks: base.checks.filter(({ status }) => status === "passed"),
    limits: input.limits ?? { maxCandidates: 400, maxMs: null },
    seed: input.seed ?? 1,
    isAvoided: input.isAvoided ?? (async () => false),
    onBatch: async (batch) => void batches.push(batch),
    signal: input.signal ?? new AbortController().signal,
  };
  return {
    ...(await collect(createSearchBrain(measured), task, input)),
    batches,
    status: readStatus(sandbox),
  };
}

async function collect(
  brain: ReturnType<typeof createSearchBrain>,
  task: BrainTask,
  { proposals: most = 1, decisions = [] }: Pick<SearchInput, "proposals" | "decisions">,
) {
  const proposals: Proposal[] = [];
  const running = brain.propose(task);
  while (proposals.length < most) {
    const next = await running.next(decisions[proposals.length - 1]);
    if (next.done) return { proposals, end: next.value };
    proposals.push(next.value);
  }
  await running.return({ status: "aborted", reason: "enough", tried: 0, exhausted: null });
  return { proposals, end: null };
}

function buildItem(
  base: GateResult,
  gate: GateSpec,
  { itemFile, target }: Pick<SearchInput, "itemFile" | "target">,
): WorkItem {
  const failed = base.checks.filter(({ status }) => status === "failed");
  const file = itemFile ?? failed[0]?.file ?? base.findings[0]?.file;
  if (file === undefined)
    throw new Error(`nothing fails: ${base.status}, ${base.reason}\n${base.outputTail}`);
  const checks = failed
    .filter((check) => check.file === file && (target === undefined || check.name === target))
    .map((check) => ({
      id: checkId(check),
      title: check.name,
      message: check.message ?? "",
      stack: check.stack ?? "",
    }));
  const findings = base.findings
    .filter((finding) => finding.file === file)
    .map((finding) => ({
      id: findingId(finding),
      title: finding.rule,
      message: finding.message,
      stack: "",
      at: finding,
    }));
  const evidence = [...checks, ...findings];
  return {
    id: "item",
    kind: kinds[gate.kind],
    gate: gate.name,
    gateKind: gate.kind,
    title: evidence[0]?.title ?? "",
    files: file === "" ? [] : [file],
    targets: [...new Set(evidence.map(({ id }) => id))],
    signature: "signature",
    evidence,
  };
}

function readStatus({ dir }: Sandbox): string {
  const env = { PATH: process.env.PATH ?? "", GIT_DIR: `${dir}/../git`, GIT_WORK_TREE: dir };
  return execFileSync("git", ["status", "--porcelain"], { cwd: dir, env }).toString();
}
