import type { Operator } from "../operator.ts";
import { accumulateEntry } from "./accumulate-entry.ts";
import { accumulatorUpdate } from "./accumulator-update.ts";
import { conditionReplacement } from "./condition-replacement.ts";
import { conditionTerm } from "./condition-term.ts";
import { ensureEntry } from "./ensure-entry.ts";
import { expressionCopy } from "./expression-copy.ts";
import { guardedStatement } from "./guarded-statement.ts";
import { missingCall } from "./missing-call.ts";
import { missingInitialisation } from "./missing-initialisation.ts";
import { missingProperty } from "./missing-property.ts";
import { missingSlice } from "./missing-slice.ts";
import { missingStep } from "./missing-step.ts";
import { missingTerm } from "./missing-term.ts";
import { missingUpdate } from "./missing-update.ts";
import { recursiveResult } from "./recursive-result.ts";
import { wrapInCondition } from "./wrap-in-condition.ts";

/** Operators that write logic that is missing, from what is in scope and what the failing tests hold. */
export const synthesisOperators: readonly Operator[] = [
  conditionTerm,
  accumulatorUpdate,
  recursiveResult,
  ensureEntry,
  missingProperty,
  missingUpdate,
  missingInitialisation,
  accumulateEntry,
  missingCall,
  missingSlice,
  missingStep,
  missingTerm,
  expressionCopy,
  wrapInCondition,
  conditionReplacement,
  guardedStatement,
];
