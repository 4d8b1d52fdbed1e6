import type { ModelFailure, ModelReply, ModelRequest } from "../../../domain/model.ts";
import { findExcess } from "../budget/reserve.ts";
import type { OpenModel } from "./open-model.ts";
import { planDelay } from "./plan-delay.ts";
import type { CallOutcome, ModelCall, RouterDeps } from "./router.ts";
import { sendRequest } from "./send-request.ts";

const REFUSAL_LENGTH = 200;
/** An exhausted quota does not come back in minutes. */
const QUOTA_REST_MS = 900_000;

const retriedFailures: ReadonlySet<ModelFailure> = new Set(["rate-limit", "outage", "timeout"]);

type Failure = Extract<ModelReply, { status: "failed" }>;

/** What asking one model takes from outside. */
export type AskDeps = Pick<RouterDeps, "sleep" | "random" | "append"> & {
  /** Numbers requests, from 1. */
  nextNumber(): number;
};

/**
 * Asks one model until it replies or there is no sense in asking it again: what passes by is tried again after a while,
 * what it lacks is left out once and remembered, everything else ends it at once. A reply that refuses is a failure.
 */
export async function askModel(model: OpenModel, call: ModelCall, deps: AskDeps): Promise<CallOutcome> {
  const { breaker, features, llm, name } = model;
  let costUsd = 0;
  let failed = 0;
  const giveUp = (failure: Failure): CallOutcome => {
    const { kind, feature, retryAfterMs } = failure;
    const reason = `${name}: ${failure.reason}${kind === "authentication" ? nameVariables(model) : ""}`;
    return {
      status: "failed",
      costUsd,
      kind,
      ...(feature === undefined ? {} : { feature }),
      reason,
      retryAfterMs,
    };
  };

  for (let tries = 1; ; tries++) {
    if (call.request.signal?.aborted === true) return giveUp(aborted);
    const request = features.adapt(call.request);
    if (request.tools.length > 0 && !features.has("tools")) return giveUp(noTools);
    const excess = findContextExcess(model, request);
    if (excess !== null) return giveUp(excess);
    const sent = await sendRequest(model, { call, request, number: deps.nextNumber(), tries }, deps);
    if (sent.status === "over-budget") return { status: "over-budget", costUsd, ...sent.excess };
    costUsd += sent.costUsd;

    if (sent.reply.status === "replied") breaker.succeed();
    const reply = readRefusal(sent.reply);
    if (reply.status === "replied") {
      return { ...reply, costUsd, provider: llm.provider, model: llm.model };
    }
    if (reply.kind === "unsupported" && reply.feature !== undefined) {
      if (features.learn(reply.feature, request)) continue;
      return giveUp(reply);
    }
    if (reply.kind === "quota") breaker.open(reply.retryAfterMs ?? QUOTA_REST_MS, reply.reason);
    if (!retriedFailures.has(reply.kind)) return giveUp(reply);

    // It may have been the budget that cut it off, and not the model that was slow.
    const spent = reply.kind === "timeout" ? findExcess(nothing, call.meters) : null;
    if (spent !== null) return { status: "over-budget", costUsd, ...spent };
    failed += 1;
    breaker.fail(reply.reason);
    const delayMs = planDelay({ tried: failed, retryAfterMs: reply.retryAfterMs, random: deps.random() });
    if (delayMs === null) {
      if (reply.retryAfterMs !== null) breaker.open(reply.retryAfterMs, reply.reason);
      return giveUp(reply);
    }
    const remainingMs = Math.min(...call.meters.map((meter) => meter.remainingMs()));
    if (breaker.rest() !== null || delayMs >= remainingMs) return giveUp(reply);
    await deps.sleep(delayMs, call.request.signal);
  }
}

/** A request that is plainly too long is not paid for; one that may just fit is the provider's to judge. */
function findContextExcess({ bound, contextTokens }: OpenModel, request: ModelRequest): Failure | null {
  if (contextTokens === undefined || contextTokens === null) return null;
  const tokens = bound.estimateInput(request);
  if (tokens <= contextTokens) return null;
  return failWith("too-long", `about ${tokens} tokens go in, and it takes ${contextTokens}`);
}

function nameVariables({ keyVariables = [] }: OpenModel): string {
  return keyVariables.length === 0 ? "" : ` (the key is from ${keyVariables.join(" or ")})`;
}

/** A reply that refuses is a failure like one that the provider calls so. */
function readRefusal(reply: ModelReply): ModelReply {
  if (reply.status === "failed" || reply.finish !== "refusal") return reply;
  const text = reply.text.trim().slice(0, REFUSAL_LENGTH);
  return failWith("refused", text === "" ? "it refuses to answer" : `it refuses to answer: ${text}`);
}

function failWith(kind: ModelFailure, reason: string): Failure {
  return { status: "failed", kind, reason, retryAfterMs: null, latencyMs: 0 };
}

const nothing = { tokens: 0, costUsd: 0 };
const aborted = failWith("aborted", "the call was stopped");
const noTools: Failure = { ...failWith("unsupported", "it cannot call tools"), feature: "tools" };
