import type { FileEdit } from "../../domain/candidate.ts";
import type { GateSpec } from "../../domain/gate.ts";
import type { GateDeps } from "../../gates/gate-context.ts";
import { runGate } from "../../gates/run-gate.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { judgedEnvironment } from "../judgement/judged-environment.ts";
import { type MutantEnd, type MutantRun, readMutantRun } from "./read-mutant-run.ts";

/** A mutant may loop for ever; honest runs are far from this. */
const MIN_TIMEOUT_MS = 5_000;
const TIMEOUT_FACTOR = 4;
/** A mutant, and the tests that it is run against. */
export type MutantTrial = {
  readonly spec: GateSpec;
  readonly sandbox: Sandbox;
  readonly trackedFiles: readonly string[];
  /** The tree's edits, the mutant's among them. */
  readonly edits: readonly FileEdit[];
  /** Test files, the first to be run first; null: the whole gate. */
  readonly files: readonly string[] | null;
  /** Tests that pass without the fault. */
  readonly expected: readonly { readonly file: string; readonly id: string }[];
  /** How long the tests took without it, milliseconds. */
  readonly baseMs: number;
  /** Whether the first file that kills it is enough. */
  readonly endsAtKill: boolean;
  /** How often it is run while there is no evidence, each time with more time: the machine may have been busy. */
  readonly maxRuns: number;
};

/** Runs the gate itself on a mutant, file by file in a fresh process each. */
export async function runMutant(trial: MutantTrial, deps: GateDeps): Promise<MutantEnd> {
  const timeoutMs = Math.max(MIN_TIMEOUT_MS, TIMEOUT_FACTOR * trial.baseMs);
  for (let run = 1; ; run += 1) {
    const end = readMutantRun(await runFiles(trial, timeoutMs * run, deps), trial.expected);
    if ((end !== "timed-out" && end !== "no-evidence") || run >= trial.maxRuns) return end;
  }
}

async function runFiles(
  { spec, sandbox, trackedFiles, edits, files, expected, endsAtKill }: MutantTrial,
  limitMs: number,
  deps: GateDeps,
): Promise<readonly MutantRun[]> {
  await sandbox.reset();
  await sandbox.apply(edits);
  const timeoutMs = Math.min(spec.timeoutMs, limitMs);
  const runs: MutantRun[] = [];
  for (const file of files ?? [""]) {
    const part = file === "" ? {} : { only: { file } };
    const run = { spec, sandbox, ...part, trackedFiles, env: judgedEnvironment, timeoutMs };
    runs.push({ file, result: await runGate(run, deps), timeoutMs });
    deps.signal?.throwIfAborted();
    if (endsAtKill && readMutantRun(runs, expected) === "killed") break;
  }
  return runs;
}
