import { argumentOrder } from "./expression/argument-order.ts";
import { arithmetic } from "./expression/arithmetic.ts";
import { assignment } from "./expression/assignment.ts";
import { boolean } from "./expression/boolean.ts";
import { callName } from "./expression/call-name.ts";
import { comparison } from "./expression/comparison.ts";
import { constant } from "./expression/constant.ts";
import { missingAwait } from "./expression/missing-await.ts";
import { name } from "./expression/name.ts";
import { negation } from "./expression/negation.ts";
import { offByOne } from "./expression/off-by-one.ts";
import { operandOrder } from "./expression/operand-order.ts";
import { pattern } from "./expression/pattern.ts";
import { returnValue } from "./expression/return-value.ts";
import { sliceRange } from "./expression/slice-range.ts";
import { ternarySwap } from "./expression/ternary-swap.ts";
import { textLiteral } from "./expression/text-literal.ts";
import type { Operator } from "./operator.ts";
import { loopExit } from "./statement/loop-exit.ts";
import { missingGuard } from "./statement/missing-guard.ts";
import { missingReturn } from "./statement/missing-return.ts";
import { statementDeletion } from "./statement/statement-deletion.ts";
import { statementOrder } from "./statement/statement-order.ts";

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
