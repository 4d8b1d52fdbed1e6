import { Socket } from "node:net";
import { keeperMessage, type NodeOutcome, type NodeRequest, nodeOutcome } from "./node-messages.ts";

/** Beyond the time after which a request is killed: starting processes on a machine with much else to do. */
const GRACE_MS = 20_000;
const MAX_LINE = 64 * 1024 * 1024;

/** One side of a conversation with a keeper. */
export type KeeperTalk = {
  /** Resolves with null when it can work, else with the reason why not, in a clause. */
  readonly ready: Promise<string | null>;
  /** Resolves with the outcome; `ended` when the processes are gone or stay silent. Never rejects. */
  ask(request: NodeRequest): Promise<NodeOutcome>;
  /** Ends what is queued or running; what was asked is answered as `ended`. */
  drop(): void;
  /** Gives all processes texts that stand in for files of the base in every run, and packages to load ahead of the first. */
  prepare(texts: NodeRequest["edits"], packages?: readonly string[]): void;
  /** From now on one process alone is used. */
  narrow(): void;
  /** Ends the conversation; what was asked is answered as `ended` for that reason. */
  close(reason: string): void;
};

/**
 * Talks to a keeper over two descriptors, which it closes in the end. A line without the token is not the keeper's. What is
 * asked is answered as `ended` once the keeper is gone, or stays silent for longer than any candidate may take.
 */
export function talkToKeeper({
  requests,
  outcomes,
  token,
}: {
  readonly requests: number;
  readonly outcomes: number;
  readonly token: string;
}): KeeperTalk {
  const waiting = new Map<number, { tell(outcome: NodeOutcome): void; readonly wallMs: number }>();
  const output = new Socket({ fd: requests, readable: false, writable: true });
  const input = new Socket({ fd: outcomes, readable: true, writable: false });
  const ready = Promise.withResolvers<string | null>();
  let serial = 0;
  let pending: string[] = [];
  let length = 0;
  let over: string | null = null;
  let watchdog: NodeJS.Timeout | undefined;
  const close = (reason: string) => {
    if (over !== null) return;
    over = reason;
    clearTimeout(watchdog);
    input.destroy();
    output.destroy();
    ready.resolve(reason);
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
    if (message?.type === "ready") ready.resolve(message.fault);
    if (message?.type !== "outcome") return;
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    watch();
    const outcome = nodeOutcome.safeParse(message.outcome).data;
    asked?.tell(outcome ?? { status: "ended", reason: "its outcome cannot be read" });
  };
  input.setEncoding("utf8");
  for (const socket of [input, output]) socket.on("error", () => close("its pipe is broken"));
  input.on("data", (chunk: string) => {
    const [first = "", ...others] = chunk.split("\n");
    pending.push(first);
    length += first.length;
    for (const next of others) {
      take(pending.join(""));
      pending = [next];
      length = next.length;
    }
    if (length > MAX_LINE) close("an outcome is too long");
  });
  return {
    close,
    ready: ready.promise,
    ask(request: NodeRequest): Promise<NodeOutcome> {
      if (over !== null) return Promise.resolve({ status: "ended", reason: over });
      serial += 1;
      const { promise, resolve } = Promise.withResolvers<NodeOutcome>();
      waiting.set(serial, { tell: resolve, wallMs: request.wallMs });
      output.write(`${JSON.stringify({ type: "run", id: serial, ...request })}\n`);
      if (waiting.size === 1) watch();
      return promise;
    },
    prepare(texts: NodeRequest["edits"], packages: readonly string[] = []) {
      if (over === null) output.write(`${JSON.stringify({ type: "prepare", texts, packages })}\n`);
    },
    narrow() {
      if (over === null) output.write(`${JSON.stringify({ type: "narrow" })}\n`);
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
