import type { ModelSpend } from "../domain/budget.ts";

/** What calls of models used, as status.json and `run --json` tell it. */
export type SpendResult = {
  readonly calls: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
};

/** For scripts; an empty object where no model was called. Pure. */
export function renderSpendResult(spend: ModelSpend): { readonly model?: SpendResult } {
  const { calls, inputTokens, cachedTokens, outputTokens } = spend;
  return calls === 0 ? {} : { model: { calls, inputTokens, cachedTokens, outputTokens } };
}

/** For people: "3 calls, 5,400 tokens in (4,000 cached), 300 out". Pure. */
export function renderSpend({ calls, inputTokens, cachedTokens, outputTokens }: ModelSpend): string {
  const cached = cachedTokens === 0 ? "" : ` (${group(cachedTokens)} cached)`;
  return `${countCalls(calls)}, ${group(inputTokens)} tokens in${cached}, ${group(outputTokens)} out`;
}

/** "0.42 US dollars", with what it does not hold. Cents are too coarse for a single call. Pure. */
export function renderCost(costUsd: number, { unpricedCalls }: Pick<ModelSpend, "unpricedCalls">): string {
  const digits = costUsd > 0 && costUsd < 0.1 ? 4 : 2;
  const unpriced = unpricedCalls === 0 ? "" : `, without ${countCalls(unpricedCalls)} whose price is unknown`;
  return `${costUsd.toFixed(digits)} US dollars${unpriced}`;
}

function countCalls(calls: number): string {
  return `${group(calls)} ${calls === 1 ? "call" : "calls"}`;
}

function group(value: number): string {
  return value.toLocaleString("en-US");
}
