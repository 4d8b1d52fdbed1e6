import { argumentOrder } from "./argument-order.ts";
import { arithmetic } from "./arithmetic.ts";
import { assignment } from "./assignment.ts";
import { boolean } from "./boolean.ts";
import { callName } from "./call-name.ts";
import { comparison } from "./comparison.ts";
import { constant } from "./constant.ts";
import { loopExit } from "./loop-exit.ts";
import { missingAwait } from "./missing-await.ts";
import { missingGuard } from "./missing-guard.ts";
import { missingReturn } from "./missing-return.ts";
import { name } from "./name.ts";
import { negation } from "./negation.ts";
import { offByOne } from "./off-by-one.ts";
import { operandOrder } from "./operand-order.ts";
import type { Operator } from "./operator.ts";
import { pattern } from "./pattern.ts";
import { returnValue } from "./return-value.ts";
import { sliceRange } from "./slice-range.ts";
import { statementDeletion } from "./statement-deletion.ts";
import { statementOrder } from "./statement-order.ts";
import { ternarySwap } from "./ternary-swap.ts";
import { textLiteral } from "./text-literal.ts";

/** Every operator. A new one is a file beside this one, and a line here. */
export const operators: readonly Operator[] = [
  comparison,
  arithmetic,
  offByOne,
  boolean,
  negation,
  constant,
  assignment,
  callName,
  name,
  argumentOrder,
  missingReturn,
  missingAwait,
  operandOrder,
  ternarySwap,
  sliceRange,
  pattern,
  textLiteral,
  loopExit,
  returnValue,
  missingGuard,
  statementOrder,
  statementDeletion,
];
