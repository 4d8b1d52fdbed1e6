import type { Operator } from "../operator.ts";
import { copyBeforeMutate } from "./copy-before-mutate.ts";
import { earlyExit } from "./early-exit.ts";
import { ifWhile } from "./if-while.ts";
import { loopDirection } from "./loop-direction.ts";
import { loopExit } from "./loop-exit.ts";
import { missingElse } from "./missing-else.ts";
import { missingExit } from "./missing-exit.ts";
import { missingGuard } from "./missing-guard.ts";
import { missingReturn } from "./missing-return.ts";
import { optionalChain } from "./optional-chain.ts";
import { resetInLoop } from "./reset-in-loop.ts";
import { statementCopy } from "./statement-copy.ts";
import { statementDeletion } from "./statement-deletion.ts";
import { statementMove } from "./statement-move.ts";
import { statementOrder } from "./statement-order.ts";

/** Operators that add, move, exchange and remove statements. */
export const statementOperators: readonly Operator[] = [
  missingReturn,
  loopExit,
  missingGuard,
  missingExit,
  earlyExit,
  missingElse,
  ifWhile,
  resetInLoop,
  optionalChain,
  copyBeforeMutate,
  statementMove,
  statementCopy,
  loopDirection,
  statementOrder,
  statementDeletion,
];
