import { chmod, mkdir, rm } from "node:fs/promises";
import { join, posix } from "node:path";
import { chooseTracers } from "../../brain/search/locate/choose-tracers.ts";
import type { Command, GateResult, GateSpec } from "../../domain/gate.ts";
import type { GateDeps } from "../../gates/gate-context.ts";
import { runGate } from "../../gates/run-gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { judgedEnvironment } from "../judgement/judged-environment.ts";
import { type CalledFunctions, readCalledFunctions } from "./read-called-functions.ts";

/** What runs of tests went through. */
export type TestTrace = {
  /** Path → 1-based lines. */
  readonly lines: ReadonlyMap<string, ReadonlySet<number>>;
  /** For files that ran translated. */
  readonly functions: CalledFunctions;
  /** Whether the run took too long to be seen whole. */
  readonly isCutShort: boolean;
  /** What the tests gave while they were traced. */
  readonly result: GateResult;
};

/** Tests to trace on the tree in a sandbox. */
export type TraceInput = {
  readonly spec: GateSpec;
  readonly sandbox: Sandbox;
  readonly trackedFiles: readonly string[];
  /** Files whose lines are wanted. */
  readonly sources: readonly string[];
};

/** Tracing slows programs down; what takes longer than this says nothing. */
const MAX_TRACE_MS = 60_000;
/** Runners of V8 that translate what they run. */
const translating: ReadonlySet<GateSpec["runner"]> = new Set(["vitest", "jest"] as const);

/** Whether runs of a gate can be traced. */
export function canTrace(spec: GateSpec, sources: readonly string[]): boolean {
  return translating.has(spec.runner) || chooseTracers(spec, sources).length > 0;
}

/** Runs one test file, or with null the whole gate, and gives what of `sources` it goes through. */
export async function traceTests(
  file: string | null,
  { spec, sandbox, trackedFiles, sources }: TraceInput,
  deps: GateDeps,
): Promise<TestTrace> {
  const name = "coverage";
  const hostFolder = join(sandbox.outDir, name);
  await mkdir(hostFolder, { recursive: true });
  // Commands may run as another user; mkdir's own mode is cut by the umask.
  await chmod(hostFolder, 0o777);
  const folder = posix.join(sandbox.outMountPath, name);
  const task = { gate: spec, sandbox, editableFiles: sources, isExact: true };
  const tracers = chooseTracers(spec, sources);
  const counting = translating.has(spec.runner) ? { NODE_V8_COVERAGE: folder } : {};
  const environments = tracers.map((one) => one.buildEnvironment(folder, task));
  const timeoutMs = Math.min(MAX_TRACE_MS, spec.timeoutMs);
  const result = await runGate(
    {
      ...{ spec: keepWorkers(spec), sandbox, trackedFiles },
      ...(file === null ? {} : { only: { file } }),
      env: Object.assign({ ...judgedEnvironment, ...counting }, ...environments),
      timeoutMs,
    },
    deps,
  );
  deps.signal?.throwIfAborted();
  const lines = new Map<string, ReadonlySet<number>>();
  for (const trace of (await Promise.all(tracers.map((one) => one.read(hostFolder, task)))).flat()) {
    for (const [path, more] of trace.lines)
      lines.set(path, (lines.get(path) ?? new Set<number>()).union(more));
  }
  const functions = await readCalledFunctions(hostFolder, { sandbox, sources: new Set(sources) });
  // What is left over costs only space in a folder that goes with the sandbox.
  await rm(hostFolder, { recursive: true, force: true }).catch(() => {});
  const isCutShort = result.status === "error" && result.durationMs >= timeoutMs;
  return { lines, functions, isCutShort, result };
}

/** Vitest ends its processes before they can write down their counts; threads of its own process do. */
function keepWorkers(spec: GateSpec): GateSpec {
  if (spec.runner !== "vitest") return spec;
  const add = (command: Command): Command =>
    typeof command === "string" ? `${command} --pool=threads` : [...command, "--pool=threads"];
  return {
    ...spec,
    command: add(spec.command),
    ...(spec.only === undefined ? {} : { only: add(spec.only) }),
  };
}
