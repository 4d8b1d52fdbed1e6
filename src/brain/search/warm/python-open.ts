import { posix } from "node:path";
import type { SandboxCommand } from "../../../sandbox/sandbox.ts";
import { tryPythonBase } from "./python-base.ts";
import { fillPythonCommand } from "./python-command.ts";
import { openPythonLink } from "./python-link.ts";
import { createPythonSession } from "./python-session.ts";
import type { WarmOpenInput, WarmOpening } from "./warm-session.ts";

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
  const tried = await tryPythonBase(link, input);
  if (tried.status === "unfit") {
    await link[Symbol.asyncDispose]();
    return unsuited(task.signal.aborted ? "stopped" : tried.reason);
  }
  return {
    status: "open",
    session: createPythonSession({ base: tried.base, link, runner: server.runner }),
  };
}

/** Targets that the base fails come first; where it passes them all, the first that fails ends a run. */
function splitTargets({ item, passingChecks }: WarmOpenInput["task"]) {
  const passing = new Set(passingChecks.map(({ file, suite, name }) => JSON.stringify([file, suite, name])));
  const [kept, failing] = [
    item.targets.filter((id) => passing.has(id)),
    item.targets.filter((id) => !passing.has(id)),
  ];
  return { targets: failing.map(readId), kept: kept.map(readId) };
}

function readId(id: string): readonly string[] {
  return JSON.parse(id);
}

function unsuited(reason: string): WarmOpening {
  return { status: "unsuited", reason };
}
