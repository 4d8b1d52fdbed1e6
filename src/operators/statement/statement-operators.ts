import type { Operator } from "../operator.ts";
import { copyBeforeMutate } from "./copy-before-mutate.ts";
import { loopDirection } from "./loop-direction.ts";
import { loopExit } from "./loop-exit.ts";
import { missingExit } from "./missing-exit.ts";
import { missingGuard } from "./missing-guard.ts";
import { missingReturn } from "./missing-return.ts";
import { optionalChain } from "./optional-chain.ts";
import { statementDeletion } from "./statement-deletion.ts";
import { statementMove } from "./statement-move.ts";
import { statementOrder } from "./statement-order.ts";

/** Operators that add, move, exchange and remove statements. */
export const statementOperators: readonly Operator[] = [
  missingReturn,
  loopExit,
  missingGuard,
  missingExit,
  optionalChain,
  copyBeforeMutate,
  statementMove,
  loopDirection,
  statementOrder,
  statementDeletion,
];
