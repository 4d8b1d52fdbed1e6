import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { NightshiftError } from "../domain/errors.ts";
import type { ProcessResult, ProcessRunner, ProcessSpec } from "../ports.ts";
import { collectOutput, type Output } from "./collect-output.ts";
import { killProcesses, killProcessTree } from "./kill-process-tree.ts";
import { findLeakingDescriptors, type LeakingDescriptors } from "./leaking-descriptors.ts";
import { waitForAll } from "./wait-for-all.ts";

/** What a process gets between SIGTERM and SIGKILL. */
const killGraceMs = 1_000;
/** What the output may still take to arrive once the process has ended. */
const drainMs = 500;
/** Input, output and errors come before everything else that a child has open. */
const streams = 3;
/** The longest wait that a timer of Node can hold. */
const maxTimerMs = 2 ** 31 - 1;

/**
 * Runs programs of this machine, each in a process group of its own. On time-out and abort the group and all
 * descendants get SIGTERM, then SIGKILL; over a limit that is watched they get SIGKILL at once. What a program leaves running in its group when it ends is killed as well, so
 * that nothing holds the result back. Output is held in memory up to its limits, however much there is.
 *
 * `run` throws `NO_COMMAND` for an empty argv, `NO_FOLDER` when `cwd` is not there, `OUTPUT_NOT_WRITTEN` when an output
 * file cannot be written, and `PROCESS_NOT_STARTED` when the system refuses for another reason than a missing program.
 */
export function createProcessRunner(): ProcessRunner {
  const leaking = findLeakingDescriptors();
  return { run: (spec) => runProcess(spec, leaking) };
}

async function runProcess(spec: ProcessSpec, leaking: LeakingDescriptors): Promise<ProcessResult> {
  checkSpec(spec);
  const startedMs = performance.now();
  const output = collectOutput(spec);
  const end = spec.signal?.aborted ? aborted : await waitForEnd(startProcess(spec, output, leaking), spec);
  const printed = output.close();
  if (end.status === "failed") throw explainFailure(spec, end.error);
  return {
    ...end,
    stdout: printed.stdout,
    stderr: end.status === "not-found" ? `${spec.argv[0]}: ${end.reason}\n` : printed.stderr,
    isTruncated: printed.isTruncated,
    durationMs: performance.now() - startedMs,
  };
}

/** How a process ended, before it is a result. */
type End =
  | { readonly status: "exited"; readonly exitCode: number }
  | { readonly status: "signaled" | "timed-out" | "aborted"; readonly exitCode: null }
  | { readonly status: "over-limit"; readonly exitCode: null; readonly limit: string }
  | { readonly status: "not-found"; readonly exitCode: null; readonly reason: string }
  | { readonly status: "failed"; readonly error: unknown };

const aborted: End = { status: "aborted", exitCode: null };

function startProcess(spec: ProcessSpec, output: Output, leaking: LeakingDescriptors): ChildProcess {
  const [program = "", ...args] = spec.argv;
  const { inputs = [] } = spec;
  const child = spawn(program, args, {
    cwd: spec.cwd,
    env: { ...spec.env },
    detached: true,
    stdio: [
      spec.stdin === undefined ? "ignore" : "pipe",
      ...["pipe" as const, "pipe" as const, ...inputs.map(() => "pipe" as const)],
      ...leaking.cover(inputs.length),
    ],
  });
  for (const [index, input] of inputs.entries()) {
    const pipe = child.stdio[streams + index];
    if (pipe && "end" in pipe) pipe.on("error", () => {}).end(input);
  }
  child.stdout?.on("data", output.addStdout).on("error", () => {});
  child.stderr?.on("data", output.addStderr).on("error", () => {});
  // A program that does not read its input is no error.
  child.stdin?.on("error", () => {}).end(spec.stdin);
  return child;
}

function waitForEnd(child: ChildProcess, spec: ProcessSpec): Promise<End> {
  return new Promise((resolve) => {
    let forced: End | null = null;
    let own: End | null = null;
    const descendants: number[] = [];
    let isSettled = false;
    const timers: NodeJS.Timeout[] = [];
    const later = (ms: number, act: () => void) => timers.push(setTimeout(act, Math.min(ms, maxTimerMs)));

    const settle = (end: End) => {
      isSettled = true;
      for (const timer of timers) clearTimeout(timer);
      spec.signal?.removeEventListener("abort", abort);
      // What left the group may still hold the pipes; nothing that it prints counts any more.
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(end);
    };
    const stop = (end: End, first: "SIGTERM" | "SIGKILL" = "SIGTERM") => {
      if (forced !== null || own !== null || child.pid === undefined) return;
      forced = end;
      const { pid } = child;
      descendants.push(...killProcessTree(pid, first));
      later(killGraceMs, () => killProcessTree(pid, "SIGKILL"));
    };
    const abort = () => stop(aborted);
    const watch = ({ everyMs, check }: NonNullable<ProcessSpec["watch"]>) =>
      later(everyMs, async () => {
        if (isSettled || child.pid === undefined) return;
        // A watch that cannot see is no reason to end a command, whose time is limited anyway.
        const limit = await check(child.pid).catch(() => null);
        if (limit !== null) stop({ status: "over-limit", exitCode: null, limit }, "SIGKILL");
        else if (!isSettled) watch({ everyMs, check });
      });

    child.once("error", (error) => settle(readStartError(error)));
    child.once("exit", (code) => {
      own = code === null ? { status: "signaled", exitCode: null } : { status: "exited", exitCode: code };
      // A daemon of its own session cannot be found any more once its parent is gone, so it was remembered.
      if (child.pid !== undefined) killProcesses([-child.pid, ...descendants], "SIGKILL");
      later(drainMs, () => finish());
    });
    // Whoever asks next may delete or reuse what the dying still write to.
    const finish = () => waitForAll(descendants, drainMs).then(() => settle(forced ?? own ?? aborted));
    child.once("close", finish);
    spec.signal?.addEventListener("abort", abort, { once: true });
    later(spec.timeoutMs, () => stop({ status: "timed-out", exitCode: null }));
    if (spec.watch !== undefined) watch(spec.watch);
  });
}

function readStartError(error: NodeJS.ErrnoException): End {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "not found",
    ENOTDIR: "not found",
    EACCES: "it cannot be executed",
    ENOEXEC: "it is no program",
  };
  const reason = reasons[error.code ?? ""];
  return reason === undefined ? { status: "failed", error } : { status: "not-found", exitCode: null, reason };
}

function checkSpec({ argv, cwd }: ProcessSpec): void {
  if (argv[0] === undefined || argv[0] === "") {
    throw new NightshiftError({
      code: "NO_COMMAND",
      message: `A process cannot be started from ${JSON.stringify(argv)}.`,
      hint: "Name a program first, then its arguments.",
    });
  }
  // The system says the same of a missing folder as of a missing program.
  if (!existsSync(cwd)) {
    throw new NightshiftError({
      code: "NO_FOLDER",
      message: `${argv[0]} cannot be started in ${cwd}: the folder is not there.`,
      hint: "Check the `cwd` of the command.",
    });
  }
}

function explainFailure(spec: ProcessSpec, cause: unknown): NightshiftError {
  return new NightshiftError({
    code: "PROCESS_NOT_STARTED",
    message: `${spec.argv[0]} could not be started: ${cause instanceof Error ? cause.message : String(cause)}.`,
    hint: "Check the system's limits on processes and on the length of arguments.",
    cause,
  });
}
