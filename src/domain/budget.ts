/** What a budget binds, the widest first. A cycle works on one item; an item may come again in a later cycle. */
export const budgetScopes = ["campaign", "cycle", "item"] as const;
export type BudgetScope = (typeof budgetScopes)[number];

/** What a budget is counted in. Tokens are all that go in, cached ones too, and all that come out. */
export const budgetUnits = ["tokens", "costUsd", "minutes"] as const;
export type BudgetUnit = (typeof budgetUnits)[number];

/** The bounds of one scope; null is none. */
export type BudgetLimits = Readonly<Record<BudgetUnit, number | null>>;

/** A budget that the next call could go beyond. */
export type BudgetExcess = {
  readonly scope: BudgetScope;
  readonly unit: BudgetUnit;
  /** One sentence with the numbers. */
  readonly reason: string;
};

/** What calls of models used so far. */
export type ModelSpend = {
  readonly calls: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  /** What budgets were charged; more than the sum of the others where a provider told nothing. */
  readonly chargedTokens: number;
  readonly costUsd: number;
  /** Calls whose price is unknown: they are not in `costUsd`. */
  readonly unpricedCalls: number;
};

/** Before the first call. */
export const noSpend: ModelSpend = {
  calls: 0,
  inputTokens: 0,
  cachedTokens: 0,
  outputTokens: 0,
  chargedTokens: 0,
  costUsd: 0,
  unpricedCalls: 0,
};
