import { NightshiftError } from "../domain/errors.ts";
import type { ProcessSpec } from "../ports.ts";
import { openCappedFile } from "./capped-file.ts";
import { keepEnds } from "./keep-ends.ts";

const defaultMemoryBytes = 1024 * 1024;
const defaultFileBytes = 64 * 1024 * 1024;

/** Where both streams of a process go. */
export type Output = {
  addStdout(chunk: Buffer): void;
  addStderr(chunk: Buffer): void;
  /** Closes the files and gives what was kept in memory. Throws `OUTPUT_NOT_WRITTEN`. */
  close(): { readonly stdout: string; readonly stderr: string; readonly isTruncated: boolean };
};

/** Collects the output of a process within the limits of its spec. Throws `OUTPUT_NOT_WRITTEN`. */
export function collectOutput(spec: Pick<ProcessSpec, "maxOutputBytes" | "outputFiles">): Output {
  const stdout = collectStream(spec, spec.outputFiles?.stdout);
  const stderr = collectStream(spec, spec.outputFiles?.stderr);
  return {
    addStdout: stdout.add,
    addStderr: stderr.add,
    close() {
      stdout.close();
      stderr.close();
      return {
        stdout: stdout.text(),
        stderr: stderr.text(),
        isTruncated: stdout.isTruncated() || stderr.isTruncated(),
      };
    },
  };
}

function collectStream(spec: Pick<ProcessSpec, "maxOutputBytes" | "outputFiles">, path: string | undefined) {
  const kept = keepEnds(spec.maxOutputBytes ?? defaultMemoryBytes);
  const file = path === undefined ? null : open(path, spec.outputFiles?.maxFileBytes ?? defaultFileBytes);
  return {
    add(chunk: Buffer) {
      kept.add(chunk);
      file?.add(chunk);
    },
    text: kept.text,
    isTruncated: kept.isTruncated,
    close() {
      const failure = file?.close() ?? null;
      if (failure !== null) throw explain(path ?? "", failure);
    },
  };
}

function open(path: string, maxBytes: number) {
  try {
    return openCappedFile(path, maxBytes);
  } catch (error) {
    throw explain(path, error);
  }
}

function explain(path: string, cause: unknown): NightshiftError {
  return new NightshiftError({
    code: "OUTPUT_NOT_WRITTEN",
    message: `The output of a process could not be written to ${path}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    hint: "Free some space on that disk, or name another state root with --root.",
    cause,
  });
}
