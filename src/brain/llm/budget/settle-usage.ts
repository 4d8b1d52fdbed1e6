import type { EventOf } from "../../../domain/events.ts";
import type { ModelFailure, ModelReply, ModelUsage } from "../../../domain/model.ts";
import type { ModelPrice } from "../../../domain/model-price.ts";
import type { Charge } from "./create-meter.ts";
import { priceUsage } from "./price-usage.ts";

/** More than any model takes or gives in one call: a number beyond it is no count. */
const MAX_PLAUSIBLE_TOKENS = 20_000_000;

/** Failures after which no model can have worked. */
const unbilledFailures: ReadonlySet<ModelFailure> = new Set([
  "authentication",
  "quota",
  "rate-limit",
  "unsupported",
  "invalid",
]);

/** What a call is charged, and what that rests on. */
export type Settlement = Charge & {
  readonly costBasis: EventOf<"model-called">["costBasis"];
  /** Null where the provider told nothing that can be true. */
  readonly usage: ModelUsage | null;
};

/**
 * What a call took: by the provider's count, even where that is more than was asked for; the worst case where it tells
 * nothing and may have worked. Pure.
 */
export function settleUsage(reply: ModelReply, worst: Charge, price: ModelPrice | null): Settlement {
  if (reply.status === "failed" && !mayBeBilled(reply)) {
    return { tokens: 0, costUsd: 0, costBasis: "free", usage: null };
  }
  const usage =
    reply.status === "replied" && reply.usage !== null && isPlausible(reply.usage) ? reply.usage : null;
  const tokens = usage === null ? worst.tokens : usage.inputTokens + usage.outputTokens;
  if (price === null) return { tokens, costUsd: 0, costBasis: "unpriced", usage };
  return usage === null
    ? { tokens, costUsd: worst.costUsd, costBasis: "worst-case", usage }
    : { tokens, costUsd: priceUsage(usage, price), costBasis: "usage", usage };
}

function mayBeBilled(reply: Extract<ModelReply, { status: "failed" }>): boolean {
  return reply.isBilled ?? !unbilledFailures.has(reply.kind);
}

/** No request is without input: some servers tell zeros where they do not count. */
function isPlausible({ inputTokens, cachedTokens, outputTokens }: ModelUsage): boolean {
  const counts = [inputTokens, cachedTokens, outputTokens];
  return (
    counts.every((value) => Number.isSafeInteger(value) && value >= 0 && value <= MAX_PLAUSIBLE_TOKENS) &&
    inputTokens > 0 &&
    cachedTokens <= inputTokens
  );
}
