import { NightshiftError } from "../domain/errors.ts";
import type { ProcessResult } from "../ports.ts";

/** A process ended by signal N shows as exit code 128 + N, since bubblewrap stands between. */
const signalBase = 128;
const lastSignal = 64;
/** SIGXFSZ: a file grew beyond RLIMIT_FSIZE. See signal(7). */
const sigxfsz = 25;
/** What `prlimit` and `env` exit with for a program that is not there, or is none. */
const notStarted = [126, 127];

/**
 * What a command's end under bubblewrap means. Throws `ISOLATION_FAILED` when bubblewrap itself could not start: that
 * says nothing about the command.
 */
export function readIsolatedResult(result: ProcessResult): ProcessResult {
  const { status, exitCode, stderr } = result;
  if (status !== "exited" || exitCode === null) return result;
  if (exitCode === 1 && stderr.startsWith("bwrap: ")) {
    throw new NightshiftError({
      code: "ISOLATION_FAILED",
      message: `A command could not be isolated: ${stderr.trim().split("\n")[0]}`,
      hint: "Run `nightshift doctor` to see what is missing for isolation.",
    });
  }
  if (notStarted.includes(exitCode) && /^(prlimit|\/\S*env|env): /.test(stderr)) {
    return { ...result, status: "not-found", exitCode: null };
  }
  if (exitCode === signalBase + sigxfsz) {
    const limit = "disk: wrote a single file beyond sandbox.diskMb";
    return { ...result, status: "over-limit", exitCode: null, limit };
  }
  if (exitCode > signalBase && exitCode <= signalBase + lastSignal) {
    return { ...result, status: "signaled", exitCode: null };
  }
  return result;
}
