import { spawn } from "node:child_process";
import type { ProcessResult } from "../../src/ports.ts";
import type { SandboxCommand } from "../../src/sandbox/sandbox.ts";

/** Runs a command (`cwd` absolute, `env` whole) in a process group that ends on time-out, abort and exit. */
export function runLocally(options: SandboxCommand): Promise<ProcessResult> {
  const started = performance.now();
  const [program = "", ...args] =
    typeof options.command === "string" ? ["sh", "-c", options.command] : options.command;
  const limit = options.maxOutputBytes ?? 1024 * 1024;
  const stdout = keepEnds(limit);
  const stderr = keepEnds(limit);
  return new Promise((settle) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...options.env },
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let forced: "timed-out" | "aborted" | null = null;
    const end = (status: ProcessResult["status"], exitCode: number | null) => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", abort);
      settle({
        status,
        exitCode,
        stdout: stdout.text(),
        stderr: stderr.text(),
        isTruncated: stdout.isCut() || stderr.isCut(),
        durationMs: performance.now() - started,
      });
    };
    const killGroup = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      } catch {
        // The group is gone already.
      }
    };
    const stop = (why: "timed-out" | "aborted") => {
      forced = why;
      killGroup();
    };
    const abort = () => stop("aborted");
    const timer = setTimeout(() => stop("timed-out"), options.timeoutMs);
    options.signal?.addEventListener("abort", abort, { once: true });
    child.stdout.on("data", stdout.add);
    child.stderr.on("data", stderr.add);
    child.on("error", () => end("not-found", null));
    // A left child would hold the pipes open, so it goes as soon as its parent has ended.
    child.on("exit", killGroup);
    child.on("close", (code, signal) =>
      end(forced ?? (signal ? "signaled" : "exited"), forced ? null : code),
    );
  });
}

/** Keeps the first and about the last half of `limit` bytes. */
function keepEnds(limit: number) {
  const half = Math.ceil(limit / 2);
  const head: Buffer[] = [];
  const tail: Buffer[] = [];
  let headBytes = 0;
  let tailBytes = 0;
  let isCut = false;
  return {
    add(chunk: Buffer) {
      const first = chunk.subarray(0, half - headBytes);
      const rest = chunk.subarray(first.length);
      head.push(first);
      headBytes += first.length;
      tail.push(rest);
      tailBytes += rest.length;
      while (tailBytes - (tail[0]?.length ?? 0) > half) {
        tailBytes -= tail.shift()?.length ?? 0;
        isCut = true;
      }
    },
    text: () => Buffer.concat([...head, ...tail]).toString("utf8"),
    isCut: () => isCut,
  };
}
