import type { FileEdit } from "../../../domain/candidate.ts";
import { readPythonChecks } from "./python-checks.ts";
import type { PythonLink } from "./python-link.ts";
import type { PythonReply, PythonRequest } from "./python-messages.ts";
import { readPythonTraces } from "./python-traces.ts";
import type { ObservedValue, WarmCheck, WarmOutcome, WarmRequest, WarmSession } from "./warm-session.ts";

/** Requests under way for each process, so that none waits for the supervisor. */
const AHEAD = 8;
/** Tracing and noting slow a run down. */
const SLOWED_FACTOR = 4;
/** Tests that are edited to note values may do more than the base. */
const MIN_FUEL = 2_000_000;
const UNLIMITED = Number.MAX_SAFE_INTEGER;

/** What running candidates needs to know of the base. */
export type PythonBase = {
  readonly base: readonly WarmCheck[];
  /** Turns of loops and calls that it takes, all of its tests together. */
  readonly baseFuel: number;
  readonly order: "targets" | "gate";
  /** Candidates side by side. */
  readonly width: number;
  /** All tests of the session, where it is about a part of the gate; else null. */
  readonly checks: PythonRequest["checks"];
  readonly limits: Pick<PythonRequest, "limitMs" | "idleMs" | "reloadMs">;
};

/** A session over a server that does with the base what the gate does. */
export function createPythonSession({
  base,
  link,
  runner,
}: {
  readonly base: PythonBase;
  readonly link: PythonLink;
  readonly runner: string;
}): WarmSession {
  const ask = (request: Partial<PythonRequest>) =>
    link.ask({
      ...{ op: "run", way: "fork", order: base.order, edits: [], fuel: UNLIMITED, checks: base.checks },
      ...base.limits,
      ...request,
    });
  const slowed = {
    fuel: Math.max(MIN_FUEL, base.baseFuel * SLOWED_FACTOR),
    limitMs: base.limits.limitMs * SLOWED_FACTOR,
  };
  return {
    runner,
    base: base.base,
    baseFuel: base.baseFuel,
    trace: async () => readPythonTraces(await ask({ op: "trace", way: "reload", order: "gate", ...slowed })),
    async observe(edits) {
      const order = base.order === "gate" ? "gate" : "mixed";
      return readNotes(await ask({ op: "observe", order, edits: pickEdits(edits), ...slowed }));
    },
    run: (requests) => runCandidates(requests, { ask, link, width: base.width }),
    [Symbol.asyncDispose]: () => link[Symbol.asyncDispose](),
  };
}

/** Runs candidates, several at once, and yields their outcomes in the order of the requests. */
async function* runCandidates(
  requests: readonly WarmRequest[],
  {
    ask,
    link,
    width,
  }: {
    readonly ask: (request: Partial<PythonRequest>) => Promise<PythonReply>;
    readonly link: PythonLink;
    readonly width: number;
  },
): AsyncGenerator<WarmOutcome, void, void> {
  const asked: Promise<PythonReply>[] = [];
  let given = 0;
  try {
    for (; given < requests.length; given += 1) {
      for (const { edits, fuel, checks } of requests.slice(asked.length, given + width * AHEAD)) {
        const only = [...(checks ?? [])].map((id): readonly string[] => JSON.parse(id));
        asked.push(ask({ edits: pickEdits(edits), fuel, ...(checks === undefined ? {} : { checks: only }) }));
      }
      const reply = await asked[given];
      if (reply !== undefined) yield readOutcome(reply);
    }
  } finally {
    if (given < requests.length) link.drop();
  }
}

function pickEdits(edits: readonly FileEdit[]): PythonRequest["edits"] {
  return edits.map(({ path, content }) => [path, content] as const);
}

function readOutcome(reply: PythonReply): WarmOutcome {
  const { end } = reply;
  if ("ended" in end) return { status: "ended", reason: end.ended };
  const checks = readPythonChecks(reply);
  if (end.end.isOut) return { status: "out-of-fuel", checks };
  return { status: "ran", checks, isComplete: end.end.isComplete };
}

function readNotes({ lines }: PythonReply): ReadonlyMap<string, readonly ObservedValue[]> {
  const values = new Map<string, ObservedValue[]>();
  for (const line of lines) {
    if (!("note" in line)) continue;
    const { id, check, type, text } = line.note;
    const known = values.get(id) ?? [];
    known.push({ test: check === null ? null : JSON.stringify(check), type, text });
    values.set(id, known);
  }
  return values;
}
