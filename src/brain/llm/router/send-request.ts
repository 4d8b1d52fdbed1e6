import type { BudgetExcess } from "../../../domain/budget.ts";
import type { ModelReply, ModelRequest } from "../../../domain/model.ts";
import type { Charge } from "../budget/create-meter.ts";
import { priceWorst } from "../budget/price-usage.ts";
import { reserve } from "../budget/reserve.ts";
import { type Settlement, settleUsage } from "../budget/settle-usage.ts";
import type { OpenModel } from "./open-model.ts";
import type { ModelCall, RouterDeps } from "./router.ts";

const MAX_REASON_LENGTH = 500;

/** One request as it goes out. */
export type OutgoingRequest = {
  readonly call: ModelCall;
  /** The call's, without what the model lacks. */
  readonly request: ModelRequest;
  /** Number among the requests of this process, from 1. */
  readonly number: number;
  /** Which try of the call it is, from 1. */
  readonly tries: number;
};

/** The reply with what it was charged, or the budget that has no room for it: then nothing went out. */
export type Sent =
  | { readonly status: "answered"; readonly reply: ModelReply; readonly costUsd: number }
  | { readonly status: "over-budget"; readonly excess: BudgetExcess };

/**
 * Sends one request, with its worst case held in every budget while it is out and in the journal before that, so that
 * not even a kill makes it free. Its time is cut to what the budgets have left.
 */
export async function sendRequest(
  model: OpenModel,
  outgoing: OutgoingRequest,
  { append }: Pick<RouterDeps, "append">,
): Promise<Sent> {
  const { call, number } = outgoing;
  const { cycle, meters } = call;
  const worst = findWorst(model, outgoing.request);
  const reservation = reserve(worst, meters);
  if (reservation.status === "over-budget") return reservation;
  // What is thrown from here on leaves the worst case held: the request may have gone out.
  await append({ type: "model-asked", cycle, call: number, ...worst });
  const remainingMs = Math.min(...meters.map((meter) => meter.remainingMs()));
  const timeoutMs = Math.ceil(Math.min(outgoing.request.timeoutMs, remainingMs));
  const reply = await model.llm.complete({ ...outgoing.request, timeoutMs });
  const settlement = settleUsage(reply, worst, model.price);
  if (reply.status === "replied" && settlement.usage !== null) {
    model.bound.learn(outgoing.request, reply, settlement.usage);
  }
  reservation.settle(settlement);
  await append(describeCall(model, outgoing, reply, settlement));
  return { status: "answered", reply, costUsd: settlement.costUsd };
}

function findWorst({ bound, price }: OpenModel, request: ModelRequest): Charge {
  const { inputTokens, outputTokens } = bound.bound(request);
  const costUsd = price === null ? 0 : priceWorst(inputTokens, outputTokens, price);
  return { tokens: inputTokens + outputTokens, costUsd };
}

function describeCall(
  { llm }: OpenModel,
  { call, number, tries }: OutgoingRequest,
  reply: ModelReply,
  { usage, tokens, costUsd, costBasis }: Settlement,
) {
  const reason = reply.status === "replied" ? reply.finish : `${reply.kind}: ${reply.reason}`;
  return {
    type: "model-called",
    cycle: call.cycle,
    call: number,
    purpose: call.purpose,
    provider: llm.provider,
    model: llm.model,
    status: reply.status,
    reason: reason.slice(0, MAX_REASON_LENGTH),
    tries,
    inputTokens: usage?.inputTokens ?? 0,
    cachedTokens: usage?.cachedTokens ?? 0,
    outputTokens: usage?.outputTokens ?? 0,
    chargedTokens: tokens,
    costUsd,
    costBasis,
    latencyMs: Math.max(0, reply.latencyMs),
  } as const;
}
