import type { z } from "zod";

/** A question to a model, whose answer is data and decides nothing by itself. */
export type Question<Value> = {
  /** "plan", "review", "test", "attack": which models it goes to, and what the journal calls it. */
  readonly purpose: string;
  readonly system: string;
  /** What a repository, an issue or a lesson says stands in it quoted, see `quoteData`. */
  readonly prompt: string;
  readonly schema: z.ZodType<Value>;
  /** What stands for an answer that never comes; it has to lead to rejection. */
  readonly fallback: Value;
  /** Null or absent: as configured. */
  readonly temperature?: number | null;
};

/** How a question ended. `value` can be used either way. */
export type Advice<Value> = {
  readonly status: "answered" | "defaulted";
  readonly value: Value;
  /** Why there is no answer, in a clause; "" where there is one. */
  readonly reason: string;
  /** `provider/model` that answered last; "" where none did. */
  readonly model: string;
};

/** Asks a model on behalf of a method, within the budgets of its cycle, every question in the journal. */
export type Advisor = {
  ask<Value>(question: Question<Value>): Promise<Advice<Value>>;
};
