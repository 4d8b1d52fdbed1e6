import { randomUUID } from "node:crypto";
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import { join, posix } from "node:path";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { openPipes } from "./open-pipes.ts";
import { type KeeperTalk, talkToKeeper } from "./talk-to-keeper.ts";

/** A night is shorter; the session ends what it started when it is disposed. */
const SESSION_MS = 24 * 3_600_000;
/** Requests of a process, after which it is started again: instances of modules are never given back. */
const RUNS_PER_PROCESS = 2_000;

/** Processes in the sandbox that take requests. */
export type NodeLink = AsyncDisposable & Pick<KeeperTalk, "ask" | "drop" | "prepare" | "narrow">;

/** What to start, and where. */
export type NodeLinkInput = {
  readonly sandbox: Sandbox;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** The Node to start, and options that its processes get. */
  readonly program: string;
  readonly nodeOptions: readonly string[];
  /** First message of each process: what it has to load. */
  readonly session: Readonly<Record<string, unknown>>;
  readonly width: number;
  readonly signal: AbortSignal;
};

/** A link, or why there is none, in a clause. */
export type NodeLinkOutcome =
  | { readonly status: "open"; readonly link: NodeLink }
  | { readonly status: "unsuited"; readonly reason: string };

/**
 * Starts the keeper of a warm session (`support/warm/keeper.mjs`) in the sandbox and talks to it by two named pipes. What
 * comes back counts only with the session's token, and is never evidence.
 */
export async function openNodeLink(input: NodeLinkInput): Promise<NodeLinkOutcome> {
  const { sandbox, signal } = input;
  const name = `warm-${randomUUID()}`;
  const folder = join(sandbox.outDir, name);
  await mkdir(folder);
  // Commands may run as another user; mkdir's own mode is cut by the umask.
  await chmod(folder, 0o777);
  const remove = () => rm(folder, { recursive: true, force: true }).catch(() => {});
  const pipes = await openPipes(name, ["requests", "outcomes"], { sandbox });
  const [requests, outcomes] = pipes ?? [];
  if (requests === undefined || outcomes === undefined) {
    await remove();
    return { status: "unsuited", reason: "there are no named pipes" };
  }
  const token = randomUUID();
  const settings = await writeSettings({ folder, name, token }, input);
  const ending = new AbortController();
  const talk = talkToKeeper({ requests, outcomes, token });
  const ended = sandbox.run({
    command: [input.program, posix.join(sandbox.supportPath, "warm/keeper.mjs"), settings],
    ...{ cwd: input.cwd, env: input.env, timeoutMs: SESSION_MS },
    signal: AbortSignal.any([ending.signal, signal]),
  });
  ended.then(
    ({ status, exitCode, stderr }) =>
      talk.close(`the warm processes are gone (${status}, ${exitCode}) ${stderr.slice(-500)}`.trim()),
    (error: unknown) => talk.close(`the warm processes could not be started: ${String(error)}`),
  );
  const close = async () => {
    talk.close("the session is over");
    ending.abort();
    await ended.catch(() => {});
    await remove();
  };
  const fault = await talk.ready;
  if (fault !== null) {
    await close();
    return { status: "unsuited", reason: fault };
  }
  const { ask, drop, prepare, narrow } = talk;
  return { status: "open", link: { ask, drop, prepare, narrow, [Symbol.asyncDispose]: close } };
}

/** Writes what the keeper has to know; the path as it sees it. */
async function writeSettings(
  { folder, name, token }: { readonly folder: string; readonly name: string; readonly token: string },
  { sandbox, nodeOptions, session, width }: NodeLinkInput,
): Promise<string> {
  const seen = posix.join(sandbox.outMountPath, name);
  const settings = {
    ...{ token, requests: `${seen}/requests`, outcomes: `${seen}/outcomes`, nodeOptions, width },
    child: posix.join(sandbox.supportPath, "warm/child.mjs"),
    ...{ session, runsPerProcess: RUNS_PER_PROCESS },
  };
  const file = join(folder, "settings.json");
  await writeFile(file, JSON.stringify(settings));
  await chmod(file, 0o644);
  return `${seen}/settings.json`;
}
