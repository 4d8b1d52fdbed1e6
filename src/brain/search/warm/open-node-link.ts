import { randomUUID } from "node:crypto";
import { closeSync, constants, fstatSync, openSync } from "node:fs";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { Socket } from "node:net";
import { join, posix } from "node:path";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { keeperMessage, type NodeOutcome, type NodeRequest } from "./node-messages.ts";

/** A night is shorter; the session ends what it started when it is disposed. */
const SESSION_MS = 24 * 3_600_000;
const MAKE_MS = 10_000;
/** Beyond the time after which a request is killed: starting processes on a machine with much else to do. */
const GRACE_MS = 20_000;
const MAX_LINE = 16 * 1024 * 1024;
/** Requests of a process, after which it is started again: instances of modules are never given back. */
const RUNS_PER_PROCESS = 2_000;

/** Processes in the sandbox that take requests. */
export type NodeLink = AsyncDisposable & {
  /** Resolves with the outcome; `ended` when the processes are gone or stay silent. Never rejects. */
  ask(request: NodeRequest): Promise<NodeOutcome>;
  /** Ends what is queued or running; what was asked is answered as `ended`. */
  drop(): void;
  /** Gives all processes texts that stand in for files of the base in every run. */
  prepare(texts: NodeRequest["edits"]): void;
  /** The session's folder on the host; processes write long answers there. */
  readonly folder: string;
};

/** What to start, and where. */
export type NodeLinkInput = {
  readonly sandbox: Sandbox;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** The Node that the gate uses, and options that its processes get. */
  readonly program: string;
  readonly nodeOptions: readonly string[];
  /** First message of each process: what it has to load. */
  readonly session: Readonly<Record<string, unknown>>;
  readonly width: number;
  readonly signal: AbortSignal;
};

/**
 * Starts the keeper of a warm session (`support/warm/keeper.mjs`) in the sandbox and talks to it by two named pipes. Null
 * where the system has no such pipes. What comes back counts only with the session's token, and is never evidence.
 */
export async function openNodeLink(input: NodeLinkInput): Promise<NodeLink | null> {
  const { sandbox, signal } = input;
  const name = `warm-${randomUUID()}`;
  const [folder, seenFolder] = [join(sandbox.outDir, name), posix.join(sandbox.outMountPath, name)];
  await mkdir(folder);
  // Commands may run as another user; mkdir's own mode is cut by the umask.
  await chmod(folder, 0o777);
  const made = await sandbox.run({
    command: ["mkfifo", "-m", "0600", `${seenFolder}/requests`, `${seenFolder}/outcomes`],
    timeoutMs: MAKE_MS,
  });
  const requests = made.exitCode === 0 ? openPipe(join(folder, "requests")) : null;
  const outcomes = requests === null ? null : openPipe(join(folder, "outcomes"));
  if (requests === null || outcomes === null) {
    if (requests !== null) closeSync(requests);
    await rm(folder, { recursive: true, force: true });
    return null;
  }
  const token = randomUUID();
  const settings = {
    ...{ token, requests: `${seenFolder}/requests`, outcomes: `${seenFolder}/outcomes` },
    child: posix.join(sandbox.supportPath, "warm/child.mjs"),
    ...{
      nodeOptions: input.nodeOptions,
      session: { ...input.session, folder: seenFolder },
      width: input.width,
    },
    runsPerProcess: RUNS_PER_PROCESS,
  };
  await writeFile(join(folder, "settings.json"), JSON.stringify(settings));
  await chmod(join(folder, "settings.json"), 0o644);
  const ending = new AbortController();
  const ended = sandbox.run({
    command: [
      input.program,
      posix.join(sandbox.supportPath, "warm/keeper.mjs"),
      `${seenFolder}/settings.json`,
    ],
    ...{ cwd: input.cwd, env: input.env, timeoutMs: SESSION_MS },
    signal: AbortSignal.any([ending.signal, signal]),
  });
  const link = talk({ requests, outcomes, token });
  ended.then(
    ({ status, exitCode, stderr }) =>
      link.close(
        `the warm processes are gone (${status}, exit code ${exitCode}) ${stderr.slice(-500)}`.trim(),
      ),
    (error: unknown) => link.close(`the warm processes could not be started: ${String(error)}`),
  );
  return {
    ...{ ask: link.ask, drop: link.drop, prepare: link.prepare, folder },
    async [Symbol.asyncDispose]() {
      link.close("the session is over");
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

function talk({ requests, outcomes, token }: { requests: number; outcomes: number; token: string }) {
  const waiting = new Map<number, { tell(outcome: NodeOutcome): void; readonly wallMs: number }>();
  const output = new Socket({ fd: requests, readable: false, writable: true });
  const input = new Socket({ fd: outcomes, readable: true, writable: false });
  let serial = 0;
  let rest = "";
  let over: string | null = null;
  let watchdog: NodeJS.Timeout | undefined;
  const close = (reason: string) => {
    if (over !== null) return;
    over = reason;
    clearTimeout(watchdog);
    input.destroy();
    output.destroy();
    settle(reason);
  };
  const settle = (reason: string) => {
    const left = [...waiting.values()];
    waiting.clear();
    for (const { tell } of left) tell({ status: "ended", reason });
  };
  const watch = () => {
    clearTimeout(watchdog);
    const longest = Math.max(...[...waiting.values()].map(({ wallMs }) => wallMs));
    if (waiting.size > 0)
      watchdog = setTimeout(() => close("the warm processes stay silent"), longest + GRACE_MS);
  };
  const take = (line: string) => {
    if (!line.startsWith(`${token} `)) return;
    const message = read(line.slice(token.length + 1));
    if (message?.type !== "outcome") return;
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    watch();
    asked?.tell(message.outcome);
  };
  input.setEncoding("utf8");
  for (const socket of [input, output]) socket.on("error", () => close("its pipe is broken"));
  input.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > MAX_LINE) close("an outcome is too long");
    for (const line of lines) take(line);
  });
  return {
    close,
    ask(request: NodeRequest): Promise<NodeOutcome> {
      if (over !== null) return Promise.resolve({ status: "ended", reason: over });
      serial += 1;
      const { promise, resolve } = Promise.withResolvers<NodeOutcome>();
      waiting.set(serial, { tell: resolve, wallMs: request.wallMs });
      output.write(`${JSON.stringify({ type: "run", id: serial, ...request })}\n`);
      if (waiting.size === 1) watch();
      return promise;
    },
    prepare(texts: NodeRequest["edits"]) {
      if (over === null) output.write(`${JSON.stringify({ type: "prepare", texts })}\n`);
    },
    drop() {
      if (over !== null || waiting.size === 0) return;
      output.write(`${JSON.stringify({ type: "drop", id: serial })}\n`);
      settle("it was dropped");
      watch();
    },
  };
}

function read(text: string) {
  try {
    return keeperMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
