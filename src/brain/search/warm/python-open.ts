import { posix } from "node:path";
import type { SandboxCommand } from "../../../sandbox/sandbox.ts";
import { compareBase } from "./compare-base.ts";
import { readPythonChecks } from "./python-checks.ts";
import { fillPythonCommand } from "./python-command.ts";
import { openPythonLink, type PythonLink } from "./python-link.ts";
import type { PythonReply } from "./python-messages.ts";
import { findPythonOrder } from "./python-order.ts";
import { createPythonSession, type PythonBase } from "./python-session.ts";
import type { WarmOpenInput, WarmOpening } from "./warm-session.ts";

const UNLIMITED = Number.MAX_SAFE_INTEGER;
/** What fuel does not see, such as a wait, ends a candidate after that; the base's own time is far below it. */
const MIN_LIMIT_MS = 4_000;
const LIMIT_FACTOR = 10;
/** A process that only waits is ended sooner. */
const MIN_IDLE_MS = 1_500;
const IDLE_FACTOR = 4;
/** Beyond these for a process that loads everything anew. */
const LOAD_FACTOR = 4;

/** How a runner's command becomes that of a server. */
export type PythonServer = {
  readonly runner: "pytest" | "unittest";
  /** Null where the command does not start the runner in a way that is known. */
  plan(
    command: SandboxCommand["command"],
    task: WarmOpenInput["task"],
  ): { readonly command: SandboxCommand["command"]; readonly env: Readonly<Record<string, string>> } | null;
};

/**
 * Starts a server by the gate's own command and compares what the base does in it with the gate's own run: in the gate's
 * order, and again with the targets first, as candidates are run.
 */
export async function openPythonSession(server: PythonServer, input: WarmOpenInput): Promise<WarmOpening> {
  const { task } = input;
  const filled = fillPythonCommand(task);
  if (filled.status === "unsuited") return filled;
  const planned = server.plan(filled.command, task);
  if (planned === null) return unsuited(`its command does not start ${server.runner} itself`);
  const { gate, sandbox } = task;
  const link = await openPythonLink({
    sandbox,
    command: {
      command: planned.command,
      ...{ cwd: gate.cwd, network: gate.network },
      // One hash for all, so that the same candidate does the same; nothing is written into the tree.
      env: { PYTHONDONTWRITEBYTECODE: "1", PYTHONHASHSEED: "0", ...gate.env, ...planned.env },
    },
    settings: {
      root: sandbox.mountPath,
      folder: posix.join(sandbox.mountPath, gate.cwd),
      paths: task.editableFiles.filter((path) => path.endsWith(".py")),
      ...splitTargets(task),
      width: input.width,
      environment: Object.fromEntries(Object.keys(planned.env).map((name) => [name, gate.env[name] ?? null])),
    },
    loadMs: gate.timeoutMs,
    signal: task.signal,
  });
  if (link === null) return unsuited("the system has no named pipes");
  const opened = await tryBase(link, input);
  if (typeof opened === "string") {
    await link[Symbol.asyncDispose]();
    return unsuited(task.signal.aborted ? "stopped" : opened);
  }
  return { status: "open", session: createPythonSession({ base: opened, link, runner: server.runner }) };
}

/** Targets that the base fails come first; where it passes them all, the first that fails ends a run. */
function splitTargets({ item, passingChecks }: WarmOpenInput["task"]) {
  const passing = new Set(passingChecks.map(({ file, suite, name }) => JSON.stringify([file, suite, name])));
  const [kept, failing] = [
    item.targets.filter((id) => passing.has(id)),
    item.targets.filter((id) => !passing.has(id)),
  ];
  const read = (ids: readonly string[]) => ids.map((id): unknown => JSON.parse(id));
  return { targets: read(failing), kept: read(kept) };
}

/** What running candidates needs to know of the base, or why it is no base for them. */
async function tryBase(link: PythonLink, { task, width }: WarmOpenInput): Promise<string | PythonBase> {
  const openedMs = performance.now();
  const hello = await link.hello;
  if (hello.status === "gone") return hello.reason;
  const ask = { op: "run", way: "fork", order: "targets", edits: [], fuel: UNLIMITED, checks: null } as const;
  const loadMs = performance.now() - openedMs;
  const { timeoutMs } = task.gate;
  const limits = { limitMs: timeoutMs, idleMs: timeoutMs, reloadMs: timeoutMs };
  const startedMs = performance.now();
  const watched = await link.ask({ ...ask, op: "watch", order: "gate", ...limits });
  const tookMs = performance.now() - startedMs;
  if ("ended" in watched.end) return watched.end.ended;
  const base = readPythonChecks(watched);
  const scope = findScope(task);
  const difference = compareBase(base, scope);
  if (difference !== null) return difference;
  const blocked = findBlock(watched, task);
  if (blocked !== null) return blocked;
  const shares = watched.lines.some((line) => "saw" in line && line.saw[0] === "shares");
  const order = await findPythonOrder({
    link,
    request: { ...ask, ...limits },
    base,
    width: shares ? 1 : width,
  });
  if (order.status === "unstable") return order.reason;
  return {
    ...order,
    base,
    baseFuel: watched.end.end.used,
    limits: {
      limitMs: Math.max(MIN_LIMIT_MS, Math.ceil(tookMs * LIMIT_FACTOR)),
      idleMs: Math.max(MIN_IDLE_MS, Math.ceil(tookMs * IDLE_FACTOR)),
      reloadMs: Math.ceil(loadMs * LOAD_FACTOR),
    },
  };
}

/** A gate that runs file by file is warm for the item's file alone. */
function findScope(task: WarmOpenInput["task"]): WarmOpenInput["task"] {
  if (task.gate.files === undefined) return task;
  const [file] = task.item.files;
  return { ...task, passingChecks: task.passingChecks.filter((check) => check.file === file) };
}

/** A candidate that is in memory alone is not seen by other programs, nor by who reads the source; and the tree is shared. */
function findBlock({ lines }: PythonReply, { item }: WarmOpenInput["task"]): string | null {
  for (const line of lines) {
    if (!("saw" in line)) continue;
    const [what, detail, check] = line.saw;
    const id = JSON.stringify(check);
    if (what === "writes") return `${id} writes ${detail} into the tree`;
    if (what === "starts" && item.targets.includes(id)) return `${id} starts another program`;
    if (what === "reads" && item.targets.includes(id)) return `${id} reads ${detail} by itself`;
  }
  return null;
}

function unsuited(reason: string): WarmOpening {
  return { status: "unsuited", reason };
}
