import type { Operator } from "../operator.ts";
import { accumulatorUpdate } from "./accumulator-update.ts";
import { conditionTerm } from "./condition-term.ts";
import { recursiveResult } from "./recursive-result.ts";

/** Operators that write logic that is missing, from what is in scope and what the failing tests hold. */
export const synthesisOperators: readonly Operator[] = [conditionTerm, accumulatorUpdate, recursiveResult];
