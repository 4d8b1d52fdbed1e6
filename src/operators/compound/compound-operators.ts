import type { Operator } from "../operator.ts";
import { bothBounds } from "./both-bounds.ts";
import { extremum } from "./extremum.ts";
import { flushBehindLoop } from "./flush-behind-loop.ts";
import { guardedResult } from "./guarded-result.ts";
import { intervalStyle } from "./interval-style.ts";
import { mirror } from "./mirror.ts";
import { repeatedEdit } from "./repeated-edit.ts";
import { simultaneousAssignment } from "./simultaneous-assignment.ts";

/** Operators that change two or more places at once, as common fixes do. */
export const compoundOperators: readonly Operator[] = [
  bothBounds,
  intervalStyle,
  extremum,
  simultaneousAssignment,
  flushBehindLoop,
  mirror,
  repeatedEdit,
  guardedResult,
];
