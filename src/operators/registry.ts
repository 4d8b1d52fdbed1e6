import { callUnwrap } from "./api/call-unwrap.ts";
import { callWrap } from "./api/call-wrap.ts";
import { callbackCall } from "./api/callback-call.ts";
import { chainOrder } from "./api/chain-order.ts";
import { datePart } from "./api/date-part.ts";
import { discardedResult } from "./api/discarded-result.ts";
import { elementRemoval } from "./api/element-removal.ts";
import { errorKind } from "./api/error-kind.ts";
import { iterationKind } from "./api/iteration-kind.ts";
import { lookupKind } from "./api/lookup-kind.ts";
import { mutableDefault } from "./api/mutable-default.ts";
import { numberParsing } from "./api/number-parsing.ts";
import { positionCheck } from "./api/position-check.ts";
import { promiseGathering } from "./api/promise-gathering.ts";
import { sliceLength } from "./api/slice-length.ts";
import { sortOrder } from "./api/sort-order.ts";
import { splitPattern } from "./api/split-pattern.ts";
import { spreadKind } from "./api/spread-kind.ts";
import { textBuilding } from "./api/text-building.ts";
import { typeTest } from "./api/type-test.ts";
import { compoundOperators } from "./compound/compound-operators.ts";
import { argumentChoice } from "./expression/argument-choice.ts";
import { argumentInsertion } from "./expression/argument-insertion.ts";
import { argumentOrder } from "./expression/argument-order.ts";
import { argumentRemoval } from "./expression/argument-removal.ts";
import { arithmetic } from "./expression/arithmetic.ts";
import { arrowBody } from "./expression/arrow-body.ts";
import { assignment } from "./expression/assignment.ts";
import { boolean } from "./expression/boolean.ts";
import { callName } from "./expression/call-name.ts";
import { choiceByFlag } from "./expression/choice-by-flag.ts";
import { clamp } from "./expression/clamp.ts";
import { comparison } from "./expression/comparison.ts";
import { constant } from "./expression/constant.ts";
import { defaultValue } from "./expression/default-value.ts";
import { divisionRounding } from "./expression/division-rounding.ts";
import { emptyCheck } from "./expression/empty-check.ts";
import { equalityKind } from "./expression/equality-kind.ts";
import { fallbackValue } from "./expression/fallback-value.ts";
import { indexOrder } from "./expression/index-order.ts";
import { listExtension } from "./expression/list-extension.ts";
import { loopCapture } from "./expression/loop-capture.ts";
import { memberAccess } from "./expression/member-access.ts";
import { missingAwait } from "./expression/missing-await.ts";
import { name } from "./expression/name.ts";
import { negation } from "./expression/negation.ts";
import { objectKey } from "./expression/object-key.ts";
import { offByOne } from "./expression/off-by-one.ts";
import { operandInsertion } from "./expression/operand-insertion.ts";
import { operandKind } from "./expression/operand-kind.ts";
import { operandOrder } from "./expression/operand-order.ts";
import { pairOrder } from "./expression/pair-order.ts";
import { pattern } from "./expression/pattern.ts";
import { precedence } from "./expression/precedence.ts";
import { resetKind } from "./expression/reset-kind.ts";
import { returnValue } from "./expression/return-value.ts";
import { sizeChoice } from "./expression/size-choice.ts";
import { sliceRange } from "./expression/slice-range.ts";
import { sliceWrap } from "./expression/slice-wrap.ts";
import { stepOrder } from "./expression/step-order.ts";
import { ternarySwap } from "./expression/ternary-swap.ts";
import { textLiteral } from "./expression/text-literal.ts";
import { wrapAround } from "./expression/wrap-around.ts";
import { yieldKind } from "./expression/yield-kind.ts";
import type { Operator } from "./operator.ts";
import { statementOperators } from "./statement/statement-operators.ts";
import { synthesisOperators } from "./synthesis/synthesis-operators.ts";
import { annotation } from "./types/annotation.ts";
import { asyncFunction } from "./types/async-function.ts";
import { declarationKind } from "./types/declaration-kind.ts";
import { lintRewrite } from "./types/lint-rewrite.ts";
import { possibleNull } from "./types/possible-null.ts";
import { suggestedName } from "./types/suggested-name.ts";
import { unusedName } from "./types/unused-name.ts";
import { wrongType } from "./types/wrong-type.ts";

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
  missingAwait,
  operandOrder,
  ternarySwap,
  sliceRange,
  pattern,
  textLiteral,
  returnValue,
  ...statementOperators,
  ...synthesisOperators,
  ...compoundOperators,
  sortOrder,
  numberParsing,
  discardedResult,
  iterationKind,
  indexOrder,
  argumentInsertion,
  argumentRemoval,
  argumentChoice,
  precedence,
  memberAccess,
  clamp,
  emptyCheck,
  fallbackValue,
  defaultValue,
  operandKind,
  callWrap,
  callUnwrap,
  spreadKind,
  positionCheck,
  sliceLength,
  splitPattern,
  lookupKind,
  promiseGathering,
  callbackCall,
  arrowBody,
  typeTest,
  elementRemoval,
  wrapAround,
  mutableDefault,
  loopCapture,
  errorKind,
  equalityKind,
  pairOrder,
  objectKey,
  stepOrder,
  yieldKind,
  textBuilding,
  datePart,
  operandInsertion,
  listExtension,
  resetKind,
  choiceByFlag,
  sliceWrap,
  sizeChoice,
  divisionRounding,
  suggestedName,
  possibleNull,
  wrongType,
  annotation,
  asyncFunction,
  declarationKind,
  unusedName,
  lintRewrite,
  chainOrder,
];
