import type { Command } from "../domain/gate.ts";
import type { ProcessResult } from "../ports.ts";
import { describeProgram } from "./describe-program.ts";
import type { GateContext } from "./gate-context.ts";

/** One command of a gate, run: `ended` by itself with an exit code, or why it is no evidence. */
export type ToolRun = Pick<ProcessResult, "stdout" | "stderr" | "isTruncated" | "exitCode"> &
  (
    | { readonly status: "ended" }
    | {
        readonly status: "error";
        readonly reason: string;
        /** It took longer than its share, `shareMs`; the gate's own time may not be over. */
        readonly isOverShare: boolean;
      }
  );

/** Enough for a tail; who reads the output itself asks for more. */
const DEFAULT_OUTPUT_BYTES = 64 * 1024;
/** POSIX shells: the program was not found, or cannot be run. */
const NOT_FOUND = 127;
const NOT_EXECUTABLE = 126;

/**
 * Runs a command whose placeholders are filled in, within what is left of the gate's time. Of each stream at most
 * `maxOutputBytes` are kept (64 KiB without it), and `isTruncated` says that there was more. Of several commands each
 * has its share of the time, see `shareTime`.
 */
export async function runTool(
  input: {
    readonly command: Command;
    readonly cwd?: string;
    readonly maxOutputBytes?: number;
    readonly shareMs?: number | null;
  },
  context: GateContext,
): Promise<ToolRun> {
  const { spec, sandbox, signal } = context;
  const shareMs = input.shareMs ?? null;
  const kept = context.openOutput();
  const result = await sandbox.run({
    command: input.command,
    cwd: input.cwd ?? spec.cwd,
    env: { ...spec.env, ...context.env },
    timeoutMs: shareMs ?? context.remainingMs(),
    network: spec.network,
    maxOutputBytes: input.maxOutputBytes ?? DEFAULT_OUTPUT_BYTES,
    ...(signal === undefined ? {} : { signal }),
    ...(kept === null ? {} : { outputFiles: kept.files }),
  });
  if (kept !== null) context.outputFiles.push(...(await kept.close()));
  const { isTruncated, exitCode } = result;
  const [stdout, stderr] = [context.redact(result.stdout), context.redact(result.stderr)];
  const reason = explainEnd({ ...result, stdout, stderr }, input.command, shareMs, context);
  const output = { stdout, stderr, isTruncated, exitCode };
  if (reason === null) return { status: "ended", ...output };
  const isOverShare = result.status === "timed-out" && shareMs !== null;
  return { status: "error", reason, isOverShare, ...output };
}

/** Why a run is no evidence, or null when the command ended by itself. */
function explainEnd(
  result: ProcessResult,
  command: Command,
  shareMs: number | null,
  { spec, timeoutMs }: GateContext,
): string | null {
  const program = describeProgram(command, result.stderr);
  const missing = `${program} was not found; install it (sandbox.setup) or change the command of gate ${spec.name}`;
  switch (result.status) {
    case "exited":
      if (result.exitCode === NOT_FOUND) return missing;
      if (result.exitCode === NOT_EXECUTABLE) return `${program} cannot be executed (exit code 126)`;
      return null;
    case "timed-out":
      return `timed out after ${formatSeconds(shareMs ?? timeoutMs ?? spec.timeoutMs)}; raise timeoutMinutes if it needs longer`;
    case "signaled":
      return `${program} was ended by a signal, which may mean that it ran out of memory (sandbox.memoryMb)`;
    case "over-limit":
      return `${program} was ended: ${result.limit}`;
    case "aborted":
      return "stopped before it was done";
    case "not-found":
      return missing;
    default:
      return result.status satisfies never;
  }
}

function formatSeconds(ms: number): string {
  return ms < 120_000 ? `${Math.round(ms / 100) / 10} s` : `${Math.round(ms / 6_000) / 10} min`;
}
