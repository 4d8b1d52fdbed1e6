import { chmod, mkdir, rm } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Tracer } from "../../brain/search/tracer.ts";
import type { GateSpec } from "../../domain/gate.ts";
import type { GateDeps } from "../../gates/gate-context.ts";
import { runGate } from "../../gates/run-gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { judgedEnvironment } from "../judgement/judged-environment.ts";

/** Path → 1-based lines that were executed. */
export type CoveredLines = ReadonlyMap<string, ReadonlySet<number>>;

/** Tracing slows programs down; what takes longer than this says nothing. */
const MAX_TRACE_MS = 60_000;

/** Runs test files, one by one, on the tree in the sandbox, and gives the lines of `sources` that they go through. */
export async function traceTests(
  input: {
    readonly spec: GateSpec;
    readonly sandbox: Sandbox;
    readonly testFiles: readonly string[];
    readonly trackedFiles: readonly string[];
    /** Files whose lines are wanted. */
    readonly sources: readonly string[];
    readonly tracers: readonly Tracer[];
  },
  deps: GateDeps,
): Promise<CoveredLines> {
  const { spec, sandbox, testFiles, trackedFiles, sources, tracers } = input;
  const covered = new Map<string, ReadonlySet<number>>();
  for (const [at, file] of testFiles.entries()) {
    const name = `coverage-${at}`;
    const hostFolder = join(sandbox.outDir, name);
    await mkdir(hostFolder, { recursive: true });
    // Commands may run as another user; mkdir's own mode is cut by the umask.
    await chmod(hostFolder, 0o777);
    const task = { gate: spec, sandbox, editableFiles: sources, isExact: true };
    const folder = posix.join(sandbox.outMountPath, name);
    const env = Object.assign(
      {},
      judgedEnvironment,
      ...tracers.map((one) => one.buildEnvironment(folder, task)),
    );
    const timeoutMs = Math.min(MAX_TRACE_MS, spec.timeoutMs);
    await runGate({ spec, sandbox, only: { file }, trackedFiles, env, timeoutMs }, deps);
    deps.signal?.throwIfAborted();
    for (const trace of (await Promise.all(tracers.map((one) => one.read(hostFolder, task)))).flat()) {
      for (const [path, lines] of trace.lines) {
        covered.set(path, (covered.get(path) ?? new Set<number>()).union(lines));
      }
    }
    // What is left over costs only space in a folder that goes with the sandbox.
    await rm(hostFolder, { recursive: true, force: true }).catch(() => {});
  }
  return covered;
}
