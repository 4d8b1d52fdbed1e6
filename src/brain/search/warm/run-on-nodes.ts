import { checkId } from "../../../domain/gate.ts";
import { distinguishNames } from "./distinguish-names.ts";
import type { FuelAdder } from "./instrument/add-fuel.ts";
import { isAffected, type NodeBase } from "./node-base.ts";
import type { NodeOutcome, NodeRequest } from "./node-messages.ts";
import type { NodeLink } from "./open-node-link.ts";
import { planParts } from "./plan-parts.ts";
import type { WarmOutcome, WarmRequest } from "./warm-session.ts";

/** Requests under way for each process, so that none waits for the supervisor. */
const AHEAD = 8;

/** Runs candidates through a link, several at once, and yields their outcomes in the order of the requests. */
export async function* runOnNodes(
  requests: readonly WarmRequest[],
  deps: {
    readonly base: NodeBase;
    readonly link: Pick<NodeLink, "ask" | "drop">;
    readonly fuel: FuelAdder;
    readonly width: number;
  },
): AsyncGenerator<WarmOutcome, void, void> {
  const { base, link, fuel, width } = deps;
  const asked: Promise<NodeOutcome>[] = [];
  const ask = async (request: WarmRequest) => link.ask(await buildRequest(request, { base, fuel }));
  try {
    for (const [at, request] of requests.entries()) {
      for (const next of requests.slice(asked.length, at + width * AHEAD)) asked.push(ask(next));
      yield finishOutcome(await (asked[at] as Promise<NodeOutcome>), request, base);
    }
  } finally {
    link.drop();
  }
}

/** Test files that load none of the edited ones do as they did. */
async function buildRequest(
  { edits, fuel: turns, checks }: WarmRequest,
  { base, fuel }: { readonly base: NodeBase; readonly fuel: FuelAdder },
): Promise<NodeRequest> {
  const isCounted = base.used !== null;
  const texts = edits.map(async ({ path, content }) => ({
    path,
    content: content === null || !isCounted ? content : await fuel.add(path, content),
  }));
  const affected = base.files.filter((file) => isAffected(file, edits, base));
  const common = {
    kind: "run" as const,
    ...{ edits: await Promise.all(texts), fuel: turns, wallMs: base.wallMs },
    targets: base.targets,
  };
  if (!base.isGreen) return { ...common, first: base.first, rest: affected };
  const wanted = base.checks.filter((check) => checks?.has(checkId(check)) ?? true);
  const first = planParts(
    wanted.filter(({ file }) => affected.includes(file)),
    base.divisible,
  );
  return { ...common, first, rest: [], endsAtFailure: true };
}

function finishOutcome(outcome: NodeOutcome, { edits }: WarmRequest, base: NodeBase): WarmOutcome {
  if (outcome.status === "ended") return { status: "ended", reason: outcome.reason };
  const checks = distinguishNames(outcome.checks);
  if (outcome.status === "out-of-fuel") return { status: "out-of-fuel", checks };
  if (!outcome.isComplete) return { status: "ran", checks, isComplete: false };
  const others = base.checks.filter((check) => !isAffected(check.file, edits, base));
  const seen = new Set(checks.map(checkId));
  return {
    status: "ran",
    checks: [...checks, ...others.filter((check) => !seen.has(checkId(check)))],
    isComplete: true,
  };
}
