import { randomUUID } from "node:crypto";
import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { Socket } from "node:net";
import { join, posix } from "node:path";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import type { ProcessResult } from "../../../ports.ts";
import type { Sandbox, SandboxCommand } from "../../../sandbox/sandbox.ts";
import { type PythonReply, type PythonRequest, serverMessage } from "./python-messages.ts";

/** A night is shorter; the session ends what it started when it is disposed. */
const SESSION_MS = 24 * 3_600_000;
const MAKE_MS = 10_000;
/** Beyond the time after which a request is killed: forking on a machine with much else to do. */
const GRACE_MS = 20_000;
const LEAVE_MS = 2_000;
const MAX_LINE = 32 * 1024 * 1024;

/** A server in the sandbox that has tests and modules loaded. */
export type PythonLink = AsyncDisposable & {
  /** How many tests it has, or why there is none to talk to. */
  readonly hello: Promise<
    | { readonly status: "ready"; readonly tests: number }
    | { readonly status: "gone"; readonly reason: string }
  >;
  /** Resolves with what became of a request; `ended` when the server is gone or stays silent. Never rejects. */
  ask(request: PythonRequest): Promise<PythonReply>;
  /** Ends what is queued or running; what was asked is answered as `ended`. */
  drop(): void;
  isOpen(): boolean;
};

/** What to start, and what the server has to know. */
export type PythonLinkInput = {
  readonly sandbox: Sandbox;
  /** Starts the server; the environment names its settings by NIGHTSHIFT_WARM. */
  readonly command: Pick<SandboxCommand, "command" | "cwd" | "network"> & {
    readonly env: Readonly<Record<string, string>>;
  };
  readonly settings: Readonly<Record<string, unknown>>;
  /** How long it may take to load everything. */
  readonly loadMs: number;
  readonly signal: AbortSignal;
};

/**
 * Starts the server of a warm session (`support/nightshift_warm_server.py`) in the sandbox and talks to it by two named
 * pipes. What comes back counts only with the session's token, and is never evidence.
 */
export async function openPythonLink(input: PythonLinkInput): Promise<PythonLink | null> {
  const { sandbox, command } = input;
  const name = `warm-${randomUUID()}`;
  const [folder, seenFolder] = [join(sandbox.outDir, name), posix.join(sandbox.outMountPath, name)];
  await mkdir(folder);
  // Commands may run as another user; mkdir's own mode is cut by the umask.
  await chmod(folder, 0o777);
  const made = await sandbox.run({
    command: ["mkfifo", "-m", "0600", `${seenFolder}/requests`, `${seenFolder}/replies`],
    timeoutMs: MAKE_MS,
  });
  const requests = made.exitCode === 0 ? openPipe(join(folder, "requests")) : null;
  const replies = requests === null ? null : openPipe(join(folder, "replies"));
  if (requests === null || replies === null) {
    if (requests !== null) closeSync(requests);
    await rm(folder, { recursive: true, force: true });
    return null;
  }
  const token = randomUUID();
  const settings = {
    ...input.settings,
    token,
    requests: `${seenFolder}/requests`,
    replies: `${seenFolder}/replies`,
  };
  await writeFile(join(folder, "settings.json"), JSON.stringify(settings));
  await chmod(join(folder, "settings.json"), 0o644);
  const ending = new AbortController();
  const env = { ...command.env, NIGHTSHIFT_WARM: `${seenFolder}/settings.json` };
  const signal = AbortSignal.any([ending.signal, input.signal]);
  const ended = sandbox.run({ ...command, env, timeoutMs: SESSION_MS, signal });
  const talk = startTalk({ requests, replies, token, loadMs: input.loadMs });
  ended.then(
    (result) => talk.close(describeEnd(result)),
    (error: unknown) => talk.close(`it could not be started: ${String(error)}`),
  );
  return {
    ...talk,
    async [Symbol.asyncDispose]() {
      talk.close("the session is over");
      // It ends by itself when nobody is there to ask, and takes its temporary files along.
      await Promise.race([ended.catch(() => {}), setTimeout(LEAVE_MS, null, { ref: false })]);
      ending.abort();
      await ended.catch(() => {});
      await rm(folder, { recursive: true, force: true }).catch(() => {});
    },
  };
}

/** For reading and writing, so that it has no end while nobody else has it open; without waiting for somebody who does. */
function openPipe(path: string): number | null {
  const { O_RDWR, O_NOFOLLOW, O_NONBLOCK } = constants;
  try {
    const descriptor = openSync(path, O_RDWR | O_NOFOLLOW | O_NONBLOCK);
    if (fstatSync(descriptor).isFIFO()) return descriptor;
    closeSync(descriptor);
  } catch {
    // Gone or replaced already.
  }
  return null;
}

function describeEnd({ status, exitCode, stdout, stderr }: ProcessResult): string {
  const printed = `${stdout}\n${stderr}`.trim().split("\n").slice(-3).join(" | ").slice(-300);
  return `the warm process is gone (${status}${exitCode === null ? "" : ` ${exitCode}`})${printed === "" ? "" : `: ${printed}`}`;
}

type TalkInput = {
  readonly requests: number;
  readonly replies: number;
  readonly token: string;
  readonly loadMs: number;
};

function startTalk({ requests, replies, token, loadMs }: TalkInput) {
  const waiting = new Map<
    number,
    { readonly tell: (reply: PythonReply) => void; readonly limitMs: number }
  >();
  const output = new Socket({ fd: requests, readable: false, writable: true });
  const input = new Socket({ fd: replies, readable: true, writable: false });
  const hello = Promise.withResolvers<Awaited<PythonLink["hello"]>>();
  let serial = 0;
  let rest = "";
  let over: string | null = null;
  let watchdog: NodeJS.Timeout | undefined = globalThis.setTimeout(
    () => close("it took too long to load"),
    loadMs,
  );
  const settle = (reason: string) => {
    const left = [...waiting.values()];
    waiting.clear();
    for (const { tell } of left) tell({ lines: [], end: { ended: reason } });
  };
  const close = (reason: string) => {
    if (over !== null) return;
    over = reason;
    clearTimeout(watchdog);
    input.destroy();
    output.destroy();
    hello.resolve({ status: "gone", reason });
    settle(reason);
  };
  const watch = () => {
    clearTimeout(watchdog);
    const longest = Math.max(...[...waiting.values()].map(({ limitMs }) => limitMs));
    if (waiting.size > 0)
      watchdog = globalThis.setTimeout(() => close("the warm process stays silent"), longest + GRACE_MS);
  };
  const take = (line: string) => {
    const message = readMessage(line, token);
    if (message === null) return;
    if ("hello" in message) {
      clearTimeout(watchdog);
      hello.resolve({ status: "ready", tests: message.hello.tests });
    } else if ("unsuited" in message) {
      hello.resolve({ status: "gone", reason: message.unsuited });
    } else {
      const asked = waiting.get(message.seq);
      waiting.delete(message.seq);
      watch();
      asked?.tell(message);
    }
  };
  input.setEncoding("utf8");
  for (const socket of [input, output]) socket.on("error", () => close("its pipe is broken"));
  input.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MAX_LINE) close("an answer is too long");
    for (const line of lines) take(line);
  });
  return {
    close,
    hello: hello.promise,
    isOpen: () => over === null,
    ask(request: PythonRequest): Promise<PythonReply> {
      if (over !== null) return Promise.resolve({ lines: [], end: { ended: over } });
      serial += 1;
      const { promise, resolve } = Promise.withResolvers<PythonReply>();
      waiting.set(serial, { tell: resolve, limitMs: request.limitMs + request.reloadMs });
      output.write(`${JSON.stringify({ ...request, seq: serial })}\n`);
      watch();
      return promise;
    },
    drop() {
      if (over !== null || waiting.size === 0) return;
      output.write(`${JSON.stringify({ op: "cancel" })}\n`);
      settle("it was dropped");
      watch();
    },
  };
}

/** An answer that is not of the form is an answer all the same: nobody is to wait for another one. */
function readMessage(line: string, token: string) {
  const space = line.indexOf(" ");
  if (line.slice(0, space) !== token) return null;
  try {
    const value: unknown = JSON.parse(line.slice(space + 1));
    const read = serverMessage.safeParse(value);
    if (read.success) return read.data;
    const known = z.object({ seq: z.int() }).safeParse(value);
    const fault = read.error.issues[0]?.message ?? "";
    return known.success
      ? { seq: known.data.seq, lines: [], end: { ended: `an answer of another form: ${fault}` } }
      : null;
  } catch {
    return null;
  }
}
