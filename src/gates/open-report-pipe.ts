import { closeSync, constants, fchmodSync, fstatSync, openSync, readSync } from "node:fs";
import { Socket } from "node:net";
import { join, posix } from "node:path";
import type { Sandbox } from "../sandbox/sandbox.ts";
import type { OutFile } from "./read-out-file.ts";

/** A report that is read as it is written: what has been written can be added to, but not taken back. */
export type ReportPipe = AsyncDisposable & {
  /** All that was written until now. Asked for once, when the run has ended. */
  read(): OutFile;
};

const MAKE_TIMEOUT_MS = 10_000;
const CHUNK_BYTES = 64 * 1024;

/**
 * Makes a named pipe in the sandbox's folder for reports and listens to it. A program that replaces the pipe by a file
 * leaves the reader with nothing, and one that writes a second report behind the first makes both unreadable. Null
 * where the system has no such pipes.
 */
export async function openReportPipe(
  name: string,
  { sandbox, maxBytes }: { readonly sandbox: Sandbox; readonly maxBytes: number },
): Promise<ReportPipe | null> {
  const made = await sandbox.run({
    command: ["mkfifo", "-m", "0600", posix.join(sandbox.outMountPath, name)],
    timeoutMs: MAKE_TIMEOUT_MS,
  });
  const descriptor = made.exitCode === 0 ? openPipe(join(sandbox.outDir, name)) : null;
  return descriptor === null ? null : listen(descriptor, maxBytes);
}

/** For writing too, so that it has no end while nobody else writes; without waiting for somebody who does. */
function openPipe(path: string): number | null {
  const { O_RDWR, O_NOFOLLOW, O_NONBLOCK } = constants;
  try {
    const descriptor = openSync(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK);
    if (fstatSync(descriptor).isFIFO()) {
      // Whoever else read from it would take what they read away, and wait for more.
      fchmodSync(descriptor, 0o222);
      return descriptor;
    }
    closeSync(descriptor);
  } catch {
    // Gone or replaced already: there is nothing to listen to.
  }
  return null;
}

function listen(descriptor: number, maxBytes: number): ReportPipe {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  const take = (chunk: Buffer): void => {
    sizeBytes += chunk.length;
    // What is beyond is read all the same, since the program waits for it.
    if (sizeBytes <= maxBytes) chunks.push(chunk);
  };
  const socket = new Socket({ fd: descriptor, readable: true, writable: false });
  socket.on("data", take);
  socket.on("error", () => {});
  return {
    read() {
      socket.pause();
      drain(descriptor, take);
      if (sizeBytes === 0) return { status: "missing" };
      if (sizeBytes > maxBytes)
        return { status: "refused", reason: `the report is larger than ${maxBytes} bytes` };
      return { status: "read", text: Buffer.concat(chunks).toString("utf8") };
    },
    async [Symbol.asyncDispose]() {
      // The socket owns the descriptor.
      socket.destroy();
    },
  };
}

/** What is still in the pipe when the program has ended. */
function drain(descriptor: number, take: (chunk: Buffer) => void): void {
  for (;;) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    try {
      const length = readSync(descriptor, chunk);
      if (length === 0) return;
      take(chunk.subarray(0, length));
    } catch {
      // EAGAIN: it is empty.
      return;
    }
  }
}
