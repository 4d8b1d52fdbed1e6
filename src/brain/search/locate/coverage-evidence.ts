import { chmod, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { BrainTask } from "../../brain.ts";
import type { SearchDeps } from "../search-deps.ts";
import type { Trace, Tracer } from "../tracer.ts";
import type { WarmSession } from "../warm/warm-session.ts";
import { chooseTracers } from "./choose-tracers.ts";
import { type CoveredRun, findOchiai } from "./ochiai.ts";
import { planTraces, type TraceRun } from "./plan-traces.ts";
import type { Suspicion } from "./suspicion.ts";

/** Tracing slows programs down, but a run that takes longer than this is not worth its evidence. */
const MAX_TRACE_MS = 60_000;

/**
 * Suspects what failing tests go through and passing ones do not; empty where nothing could be traced. Traces are those of
 * a warm session, test by test, else of runs of the gate.
 */
export async function findCoverageEvidence(
  task: BrainTask,
  deps: SearchDeps,
  session: Pick<WarmSession, "trace"> | null = null,
): Promise<Suspicion> {
  if (session !== null) {
    const runs = (await session.trace()).flatMap((found) => classify(found, { isFailing: true }, task));
    return findOchiai(runs, new Set(task.editableFiles));
  }
  const tracers = chooseTracers(task.gate, task.editableFiles);
  if (tracers.length === 0) return new Map();
  const runs: CoveredRun[] = [];
  for (const [at, run] of planTraces(task, tracers).entries()) {
    task.signal.throwIfAborted();
    runs.push(...(await trace({ run, folderName: `trace-${at}`, tracers }, task, deps)));
    // Without a failing trace there is nothing to compare with.
    if (at === 0 && !runs.some(({ isFailing }) => isFailing)) return new Map();
  }
  return findOchiai(runs, new Set(task.editableFiles));
}

async function trace(
  input: { readonly run: TraceRun; readonly folderName: string; readonly tracers: readonly Tracer[] },
  task: BrainTask,
  deps: SearchDeps,
): Promise<readonly CoveredRun[]> {
  const { run, folderName, tracers } = input;
  const { gate, sandbox, signal } = task;
  const hostFolder = join(sandbox.outDir, folderName);
  await mkdir(hostFolder, { recursive: true });
  // Commands may run as another user; mkdir's own mode is cut by the umask.
  await chmod(hostFolder, 0o777);
  const folder = join(sandbox.outMountPath, folderName);
  const environments = tracers.map((tracer) => tracer.buildEnvironment(folder, task));
  await deps.runGate({
    spec: gate,
    sandbox,
    ...(run.only === undefined ? {} : { only: run.only }),
    env: Object.assign({ PYTHONDONTWRITEBYTECODE: "1" }, ...environments),
    timeoutMs: Math.min(MAX_TRACE_MS, gate.timeoutMs),
    signal,
  });
  const traces = (await Promise.all(tracers.map((tracer) => tracer.read(hostFolder, task)))).flat();
  // What is left over costs only space in a folder that goes with the sandbox.
  await rm(hostFolder, { recursive: true, force: true }).catch(() => {});
  return traces.flatMap((found) => classify(found, run, task));
}

/** A trace of one test counts as failing when it is a target; other failures of the file say nothing either way. */
function classify(
  { test, status, lines, missed }: Trace,
  run: TraceRun,
  { item }: BrainTask,
): readonly CoveredRun[] {
  const covered = { lines, ...(missed === undefined ? {} : { missed }) };
  if (test === null) return [{ isFailing: run.isFailing, ...covered }];
  const isTarget = item.targets.some((target) => test === target || isNamed(test, target));
  if (isTarget) return [{ isFailing: true, ...covered }];
  return status === "failed" ? [] : [{ isFailing: false, ...covered }];
}

/** Runners' ids end with the test's name: `tests/test_a.py::Suite::test_b`, `tests.test_a.Suite.test_b`. */
function isNamed(test: string, target: string): boolean {
  const parts: unknown = JSON.parse(target);
  const name: unknown = Array.isArray(parts) ? parts.at(-1) : null;
  return (
    typeof name === "string" && (test === name || test.endsWith(`::${name}`) || test.endsWith(`.${name}`))
  );
}
