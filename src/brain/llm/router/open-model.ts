import type { Clock } from "../../../ports.ts";
import { type CallBound, createCallBound } from "../budget/create-call-bound.ts";
import { type Breaker, createBreaker } from "./create-breaker.ts";
import { createFeatures, type Features } from "./create-features.ts";
import type { RoutedModel } from "./router.ts";

/** A model with what a router has learned of it. */
export type OpenModel = RoutedModel & {
  /** "openai/gpt-5". */
  readonly name: string;
  readonly breaker: Breaker;
  readonly features: Features;
  readonly bound: CallBound;
};

/** A model that nothing has been learned of yet. */
export function openModel(model: RoutedModel, clock: Pick<Clock, "elapsedMs">): OpenModel {
  return {
    ...model,
    name: `${model.llm.provider}/${model.llm.model}`,
    breaker: createBreaker(clock),
    features: createFeatures(model.capabilities),
    bound: createCallBound(),
  };
}
