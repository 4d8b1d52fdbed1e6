import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Brain, BrainEnd, BrainTask, Decision, Proposal } from "../../src/brain/brain.ts";
import { judgeRun } from "../../src/brain/search/run/judge-run.ts";
import type { FileEdit } from "../../src/domain/candidate.ts";
import { createRandom } from "../../src/domain/create-random.ts";
import {
  checkId,
  findingId,
  type GateResult,
  type GateSpec,
  type LocatedFinding,
} from "../../src/domain/gate.ts";
import type { WorkItem } from "../../src/domain/work-item.ts";
import { runGate } from "../../src/gates/run-gate.ts";
import type { MethodStep, MethodTask } from "../../src/methods/method.ts";
import { createPathProtection } from "../../src/policy/protected/protected-paths.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { openLocalSandbox } from "./local-sandbox.ts";
import { methodTask } from "./method-task.ts";
import { nodeTestGate } from "./node-test-gate.ts";
import { plainTask } from "./plain-task.ts";

/** A project with failing tests, and what a method is to get besides. */
export type MethodProject = {
  readonly files: Readonly<Record<string, string>>;
  readonly gate?: Pick<GateSpec, "kind" | "command"> & Partial<GateSpec>;
  readonly brainTask?: Partial<BrainTask>;
  readonly task?: Partial<MethodTask>;
};

/** A method's task on a real project: real sandboxes, real gates, and a judge that promotes what the gate lets through. */
export type MethodRig = AsyncDisposable & {
  readonly task: MethodTask;
  readonly steps: readonly MethodStep[];
  /** What reached the judge, as "attempt: summary: status". */
  readonly judged: readonly string[];
  /** Names of the sandboxes that were opened. */
  readonly opened: readonly string[];
};

/** What a project fails is the same for each of its tests. */
const bases = new Map<string, GateResult>();
const deps = { clock: { elapsedMs: () => performance.now() }, git: { listFiles: async () => [] } };

/** Opens the project and measures it. Throws when nothing fails in it. */
export async function openMethodProject(project: MethodProject): Promise<MethodRig> {
  const stack = new AsyncDisposableStack();
  const { files } = project;
  const [steps, judged, opened]: [MethodStep[], string[], string[]] = [[], [], []];
  const open = async () => stack.use(await openLocalSandbox({ files }));
  const sandbox = await open();
  let judge: Promise<Sandbox> | null = null;
  const gate: GateSpec = {
    ...{ name: "tests", before: [], cwd: ".", env: {}, network: "none" },
    ...{ timeoutMs: 30_000, isRequired: true, order: 1 },
    ...(project.gate ?? nodeTestGate),
  };
  const key = JSON.stringify([files, gate]);
  const base = bases.get(key) ?? (await runGate({ spec: gate, sandbox }, deps));
  bases.set(key, base);
  const failing = base.checks.filter(({ status }) => status === "failed");
  if (failing.length + base.findings.length === 0)
    throw new Error(`nothing fails: ${base.status}, ${base.reason}\n${base.outputTail}`);
  const protectionOf = createPathProtection([]);
  const brainTask: BrainTask = {
    ...plainTask,
    item: base.findings.length > 0 ? buildFindingItem(base.findings) : buildItem(failing),
    gate,
    sandbox,
    editableFiles: Object.keys(files).filter((path) => protectionOf(path) === null),
    trackedFiles: Object.keys(files),
    knownFailures: new Set(failing.map(checkId)),
    passingChecks: base.checks.filter(({ status }) => status === "passed"),
    protectionOf,
    signal: new AbortController().signal,
    ...project.brainTask,
  };
  const task = methodTask({
    brainTask,
    random: createRandom(1),
    judgeProposal: async (proposal, attempt) => {
      judge ??= open();
      const judging = await judge;
      await judging.reset();
      await judging.apply(proposal.edits);
      const result = await runGate({ spec: gate, sandbox: judging }, deps);
      const outcome = judgeRun(result, { base: null, timeoutMs: gate.timeoutMs }, brainTask);
      const decision: Decision =
        outcome === "mends-all" || outcome === "mends-some"
          ? { status: "promote" }
          : { status: "reject", reason: outcome, gates: [] };
      judged.push(`${attempt}: ${proposal.summary}: ${decision.status}`);
      return decision;
    },
    openSandbox: async (name) => {
      opened.push(name);
      return open();
    },
    runGate: (run) => runGate(run, deps),
    gates: [gate],
    readBase: async (path) => files[path] ?? null,
    describeEdits: async (edits) => edits.map((edit) => describe(edit, files)).join(""),
    onStep: async (step) => void steps.push(step),
    ...project.task,
  });
  return { task, steps, judged, opened, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

/** A brain that proposes these in order and keeps what it was told of each; it does not know more then. */
export function createScriptedBrain(
  kind: Brain["kind"],
  proposals: readonly (Proposal | ((task: BrainTask) => Proposal))[],
): Brain & { readonly told: (Decision | undefined)[]; readonly tasks: BrainTask[] } {
  const [told, tasks]: [(Decision | undefined)[], BrainTask[]] = [[], []];
  return {
    kind,
    version: kind === "search" ? "1" : null,
    told,
    tasks,
    async *propose(task): AsyncGenerator<Proposal, BrainEnd, Decision | undefined> {
      tasks.push(task);
      for (const proposal of proposals)
        told.push(yield typeof proposal === "function" ? proposal(task) : proposal);
      const exhausted = { brain: { kind, version: "1" }, suspects: ["src/a.js"] };
      return { status: "exhausted", reason: "no more is scripted", tried: proposals.length, exhausted };
    },
  };
}

/** A proposal that replaces whole files. */
export function propose(summary: string, files: Readonly<Record<string, string>>): Proposal {
  const edits = Object.entries(files).map(([path, content]) => ({ path, mode: "100644" as const, content }));
  return { edits, summary, origin: "scripted" };
}

function describe({ path, content }: FileEdit, files: MethodProject["files"]): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, files[path] ?? "", content ?? "", "", "", {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}

function buildFindingItem(findings: readonly LocatedFinding[]): WorkItem {
  return {
    ...{ id: "item", kind: "lint", gate: "tests", gateKind: "lint", signature: "signature" },
    title: findings[0]?.message ?? "",
    files: [...new Set(findings.map(({ file }) => file))],
    targets: [...new Set(findings.map(findingId))],
    evidence: findings.map((at) => ({
      id: findingId(at),
      title: at.message,
      message: at.message,
      stack: "",
      at,
    })),
  };
}

function buildItem(
  failing: readonly { file: string; suite: string; name: string; message?: string; stack?: string }[],
): WorkItem {
  const [first] = failing;
  const own = failing.filter(({ file }) => file === first?.file);
  return {
    ...{ id: "item", kind: "failing-test", gate: "tests", gateKind: "tests" },
    title: own[0]?.name ?? "",
    files: first === undefined ? [] : [first.file],
    targets: own.map(checkId),
    signature: "signature",
    evidence: own.map((check) => ({
      ...{ id: checkId(check), title: check.name },
      ...{ message: check.message ?? "", stack: check.stack ?? "" },
    })),
  };
}
