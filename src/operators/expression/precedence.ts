import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { type Binary, readBinary } from "../read-binary.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

/** Where it makes no difference how a chain of the same operator is grouped. */
const associative = new Set(["+", "*", "&&", "||", "and", "or", "&", "|", "^", "??"]);

/** Mends brackets that are missing or too many: `a + b / 2` for `(a + b) / 2`, `!a && b` for `!(a && b)`. */
export const precedence: Operator = {
  name: "precedence",
  version: 1,
  prior: 0.55,
  languages,
  *find(node, context) {
    const binary = readBinary(node, context.source);
    if (binary === null) return;
    yield* regroup(node, binary, context);
    yield* takeIntoNegation(node, binary, context);
    for (const operand of [binary.left, binary.right])
      yield* dropBrackets(node, operand, binary.sign, context);
  },
};

function* regroup(
  node: SyntaxNode,
  { left, right, sign }: Binary,
  { source }: OperatorContext,
): Generator<TextEdit> {
  const between = (from: SyntaxNode, to: SyntaxNode) => source.text.slice(from.end, to.start);
  const inLeft = readBinary(left, source);
  if (inLeft !== null && !isSame(inLeft.sign, sign)) {
    const head = `${textOf(inLeft.left, source)}${between(inLeft.left, inLeft.right)}`;
    const tail = `(${textOf(inLeft.right, source)}${between(left, right)}${textOf(right, source)})`;
    yield replaceNode(node, `${head}${tail}`, source, { weight: 0.8 });
  }
  const inRight = readBinary(right, source);
  if (inRight === null || isSame(inRight.sign, sign)) return;
  const head = `(${textOf(left, source)}${between(left, right)}${textOf(inRight.left, source)})`;
  const tail = `${between(inRight.left, inRight.right)}${textOf(inRight.right, source)}`;
  yield replaceNode(node, `${head}${tail}`, source, { weight: 1 });
}

const isSame = (inner: string, outer: string) => inner === outer && associative.has(outer);

/** `!a && b` is not `!(a && b)`, nor `not a in b` … the same with a minus. */
function* takeIntoNegation(
  node: SyntaxNode,
  { left, right }: Binary,
  { source }: OperatorContext,
): Generator<TextEdit> {
  const inner = left.type === "parenthesized_expression" ? null : childOf(left, "argument");
  if (inner === null || !/^(?:unary_expression|unary_operator|not_operator)$/.test(left.type)) return;
  if (left.children[0]?.type === "typeof") return;
  const sign = source.text.slice(left.start, inner.start);
  const rest = source.text.slice(inner.start, right.end);
  yield replaceNode(node, `${sign}(${rest})`, source, { weight: 0.6 });
}

/** `??` may not stand beside `&&` and `||` without brackets. */
function* dropBrackets(
  node: SyntaxNode,
  operand: SyntaxNode,
  sign: string,
  { source }: OperatorContext,
): Generator<TextEdit> {
  if (operand.type !== "parenthesized_expression") return;
  const [inner] = namedChildrenOf(operand);
  const within = inner === undefined ? null : readBinary(inner, source);
  if (inner === undefined || within === null || sign === "??" || within.sign === "??") return;
  if (isSame(within.sign, sign)) return;
  const text = source.text;
  const replaced =
    text.slice(node.start, operand.start) + textOf(inner, source) + text.slice(operand.end, node.end);
  yield replaceNode(node, replaced, source, {
    weight: 0.5,
    summary: `take ${textOf(operand, source).slice(0, 40)} out of its brackets`,
  });
}
