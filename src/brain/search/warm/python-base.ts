import { checkId } from "../../../domain/gate.ts";
import { compareBase } from "./compare-base.ts";
import { readPythonChecks } from "./python-checks.ts";
import type { PythonLink } from "./python-link.ts";
import type { PythonReply } from "./python-messages.ts";
import { findPythonOrder } from "./python-order.ts";
import type { PythonBase } from "./python-session.ts";
import type { WarmOpenInput } from "./warm-session.ts";

const UNLIMITED = Number.MAX_SAFE_INTEGER;
/** What fuel does not see, such as a wait, ends a candidate after that; the base's own time is far below it. */
const MIN_LIMIT_MS = 4_000;
const LIMIT_FACTOR = 10;
/** A process that only waits is ended sooner. */
const MIN_IDLE_MS = 1_500;
const IDLE_FACTOR = 4;
/** Beyond these for a process that loads everything anew. */
const LOAD_FACTOR = 4;
/** A larger gate is warm for the item's files alone: whoever passes there is judged by all of it anyway. */
const MOST_TESTS = 2_000;

/** What running candidates needs to know of the base, or why it is no base for them, in a clause. */
export type TriedBase =
  | { readonly status: "fit"; readonly base: PythonBase }
  | { readonly status: "unfit"; readonly reason: string };

/**
 * Runs the base in a warm server, as the gate runs it and as candidates will be, and compares it test by test with the
 * gate's own run.
 */
export async function tryPythonBase(
  link: PythonLink,
  { task, width }: Pick<WarmOpenInput, "task" | "width">,
): Promise<TriedBase> {
  const openedMs = performance.now();
  const hello = await link.hello;
  if (hello.status === "gone") return unfit(hello.reason);
  const scope = chooseScope(task, hello.tests);
  const ask = { op: "run", way: "fork", order: "targets", edits: [], fuel: UNLIMITED } as const;
  const loadMs = performance.now() - openedMs;
  const { timeoutMs } = task.gate;
  const limits = { limitMs: timeoutMs, idleMs: timeoutMs, reloadMs: timeoutMs };
  const request = { ...ask, ...limits, checks: scope.checks };
  const startedMs = performance.now();
  const watched = await link.ask({ ...request, op: "watch", order: "gate" });
  const tookMs = performance.now() - startedMs;
  if ("ended" in watched.end) return unfit(watched.end.ended);
  const base = readPythonChecks(watched);
  const difference = compareBase(base, scope.task);
  if (difference !== null) return unfit(difference);
  const blocked = findBlock(watched, task);
  if (blocked !== null) return unfit(blocked);
  const shares = watched.lines.some((line) => "saw" in line && line.saw[0] === "shares");
  const order = await findPythonOrder({
    link,
    request,
    base,
    width: shares ? 1 : width,
  });
  if (order.status === "unstable") return unfit(order.reason);
  return {
    status: "fit",
    base: {
      ...{ order: order.order, width: order.width },
      ...{ base, checks: scope.checks, baseFuel: watched.end.end.used },
      limits: {
        limitMs: Math.max(MIN_LIMIT_MS, Math.ceil(tookMs * LIMIT_FACTOR)),
        idleMs: Math.max(MIN_IDLE_MS, Math.ceil(tookMs * IDLE_FACTOR)),
        reloadMs: Math.ceil(loadMs * LOAD_FACTOR),
      },
    },
  };
}

/** The part of the gate that the session is about: the item's files where the gate runs file by file, or is large. */
function chooseScope(task: WarmOpenInput["task"], tests: number) {
  if (task.gate.files === undefined && tests <= MOST_TESTS) return { task, checks: null };
  const files = new Set(task.gate.files === undefined ? task.item.files : task.item.files.slice(0, 1));
  const passingChecks = task.passingChecks.filter(({ file }) => files.has(file));
  if (task.gate.files === undefined && passingChecks.length === task.passingChecks.length)
    return { task, checks: null };
  const ids = new Set([...task.item.targets, ...passingChecks.map(checkId), ...task.knownFailures]);
  const checks = [...ids]
    .map((id): readonly string[] => JSON.parse(id))
    .filter(([file = ""]) => files.has(file));
  return { task: { ...task, passingChecks }, checks };
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

function unfit(reason: string): TriedBase {
  return { status: "unfit", reason };
}
