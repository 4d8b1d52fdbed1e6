import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import type { ProcessResult, ProcessRunner, ProcessSpec } from "../../src/ports.ts";

/** The smallest `ProcessRunner`: no limits, no time-outs. For tests of what starts well-behaved programs. */
export function createPlainProcessRunner(): ProcessRunner {
  return { run };
}

function run(spec: ProcessSpec): Promise<ProcessResult> {
  const [program = "", ...args] = spec.argv;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: spec.cwd, env: spec.env, stdio: "pipe" });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    // A program that does not read its input is no error.
    child.stdin.on("error", () => {});
    child.stdin.end(spec.stdin ?? "");
    child.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ENOENT" ? resolve(describe("not-found", null, stdout, stderr)) : reject(error),
    );
    child.on("close", async (code) => {
      if (spec.outputFiles !== undefined) {
        await writeFile(spec.outputFiles.stdout, Buffer.concat(stdout));
        await writeFile(spec.outputFiles.stderr, Buffer.concat(stderr));
      }
      resolve(describe(code === null ? "signaled" : "exited", code, stdout, stderr));
    });
  });
}

function describe(
  status: ProcessResult["status"],
  exitCode: number | null,
  stdout: readonly Buffer[],
  stderr: readonly Buffer[],
): ProcessResult {
  return {
    status,
    exitCode,
    stdout: Buffer.concat(stdout).toString("utf8"),
    stderr: Buffer.concat(stderr).toString("utf8"),
    isTruncated: false,
    durationMs: 0,
  };
}
