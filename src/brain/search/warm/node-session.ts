import type { FileEdit } from "../../../domain/candidate.ts";
import { checkId } from "../../../domain/gate.ts";
import { distinguishNames } from "./distinguish-names.ts";
import type { NodeOutcome, NodeRequest } from "./node-messages.ts";
import type { NodeLink } from "./open-node-link.ts";
import type { WarmCheck, WarmOutcome, WarmRequest } from "./warm-session.ts";

/** Requests under way for each process, so that none waits for the supervisor. */
const AHEAD = 8;

/** What running candidates needs to know of the base. */
export type NodeBase = {
  readonly checks: readonly WarmCheck[];
  /** All test files, in their order. */
  readonly files: readonly string[];
  /** Test file → the project's files that it loads, relative to the root. */
  readonly modules: ReadonlyMap<string, ReadonlySet<string>>;
  readonly first: NodeRequest["first"];
  readonly targets: readonly string[];
  /** Killed after that; far above what the base takes. */
  readonly wallMs: number;
};

/** Runs candidates through a link, several at once, and yields their outcomes in the order of the requests. */
export async function* runOnNodes(
  requests: readonly WarmRequest[],
  { base, link, width }: { readonly base: NodeBase; readonly link: NodeLink; readonly width: number },
): AsyncGenerator<WarmOutcome, void, void> {
  const asked: Promise<NodeOutcome>[] = [];
  try {
    for (const [at, request] of requests.entries()) {
      while (asked.length < Math.min(requests.length, at + width * AHEAD)) {
        const next = requests[asked.length];
        if (next !== undefined) asked.push(link.ask(buildRequest(next, base)));
      }
      const outcome = await (asked[at] as Promise<NodeOutcome>);
      yield finishOutcome(outcome, request, base);
    }
  } finally {
    link.drop();
  }
}

/** Test files that load none of the edited ones do as they did. */
function buildRequest({ edits, fuel }: WarmRequest, base: NodeBase): NodeRequest {
  return {
    ...{ edits: edits.map(({ path, content }) => ({ path, content })), fuel, wallMs: base.wallMs },
    ...{ first: base.first, targets: base.targets },
    rest: base.files.filter((file) => isAffected(file, edits, base)),
  };
}

function isAffected(file: string, edits: readonly FileEdit[], { modules }: NodeBase): boolean {
  return edits.some(({ path }) => modules.get(file)?.has(path) === true);
}

function finishOutcome(outcome: NodeOutcome, { edits }: WarmRequest, base: NodeBase): WarmOutcome {
  if (outcome.status === "ended") return { status: "ended", reason: outcome.reason };
  const checks = distinguishNames(outcome.checks);
  if (outcome.status === "out-of-fuel") return { status: "out-of-fuel", checks };
  if (!outcome.isComplete) return { status: "ran", checks, isComplete: false };
  const seen = new Set(checks.map(checkId));
  const others = base.checks.filter(
    (check) => !isAffected(check.file, edits, base) && !seen.has(checkId(check)),
  );
  return { status: "ran", checks: [...checks, ...others], isComplete: true };
}
