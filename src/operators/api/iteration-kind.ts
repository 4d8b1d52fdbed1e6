import { languages, scriptLanguages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { bracketObject } from "../bracket.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const loops = new Set(["for_in_statement", "for_statement", "for_in_clause"]);
const tuples = new Set(["pattern_list", "tuple_pattern", "array_pattern"]);

/** Mends a loop over the wrong thing of a collection: `in` for `of`, keys for values or pairs, elements for indices, or all but the first. */
export const iterationKind: Operator = {
  name: "iteration-kind",
  version: 1,
  prior: 0.5,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    const isScript = (scriptLanguages as readonly string[]).includes(context.source.language);
    if (isScript && node.type === "binary_expression") yield* testMembership(node, context);
    if (!loops.has(node.type)) return;
    const [left, right] = [childOf(node, "left"), childOf(node, "right")];
    if (left === null || right === null) return;
    yield* isScript ? changeScript(node, left, right, context) : changePython(left, right, context);
  },
};

function* changeScript(
  node: SyntaxNode,
  left: SyntaxNode,
  right: SyntaxNode,
  { source, names }: OperatorContext,
): Generator<TextEdit> {
  const sign = childOf(node, "operator");
  const over = textOf(right, source);
  const type = names.typeOf(right);
  const isPair = tuples.has(left.type);
  if (sign !== null && !isPair) {
    const isIn = textOf(sign, source) === "in";
    const weight = isIn ? 1 : type === "object" ? 0.7 : 0.3;
    yield replaceNode(sign, isIn ? "of" : "in", source, { weight });
  }
  if (sign === null || textOf(sign, source) === "in") return;
  const offer = (code: string, weight: number) => replaceNode(right, code, source, { weight });
  const sorted = right.type === "array" ? over : `[...${over}]`;
  yield offer(`${sorted}.sort()`, 0.35);
  yield offer(`${sorted}.reverse()`, 0.3);
  if (right.type === "call_expression" || right.type === "array") return;
  const isObject = type === "object" || type === "unknown";
  if (isPair) {
    yield offer(`Object.entries(${over})`, isObject ? 0.9 : 0.4);
    yield offer(`${bracketObject(right, source)}.entries()`, 0.7);
    return;
  }
  yield offer(`Object.keys(${over})`, isObject ? 0.5 : 0.15);
  yield offer(`Object.values(${over})`, isObject ? 0.5 : 0.15);
  if (type !== "array" && type !== "unknown") {
    if (type !== "object") yield offer(`${bracketObject(right, source)}.values()`, 0.4);
    return;
  }
  yield offer(`${bracketObject(right, source)}.slice(1)`, 0.35);
  yield offer(`${bracketObject(right, source)}.slice(0, -1)`, 0.15);
  yield offer(`[...${over}]`, 0.15);
}

function* changePython(
  left: SyntaxNode,
  right: SyntaxNode,
  { source, names }: OperatorContext,
): Generator<TextEdit> {
  const over = textOf(right, source);
  const offer = (code: string, weight: number) => replaceNode(right, code, source, { weight });
  const indexed = /^range\(len\((.*)\)\)$/s.exec(over)?.[1];
  if (indexed !== undefined) {
    yield offer(indexed, 0.6);
    yield offer(`range(1, len(${indexed}))`, 0.5);
    yield offer(`range(len(${indexed}) - 1)`, 0.6);
    yield offer(`range(len(${indexed}) - 1, -1, -1)`, 0.4);
    return;
  }
  if (/^range\(/.test(over)) {
    yield offer(`reversed(${over})`, 0.25);
    return;
  }
  const type = names.typeOf(right);
  const whole = bracketObject(right, source);
  const isDict = type === "dict" || type === "unknown";
  if (tuples.has(left.type)) {
    if (isDict) yield offer(`${whole}.items()`, 1);
    yield offer(`enumerate(${over})`, /^enumerate\(/.test(over) ? 0.1 : 0.9);
    if (/^enumerate\([^,]*\)$/.test(over)) yield offer(`${over.slice(0, -1)}, 1)`, 0.9);
    return;
  }
  if (right.type === "call") {
    yield offer(`reversed(list(${over}))`, 0.1);
    yield offer(`list(${over})`, 0.2);
    yield offer(`sorted(${over})`, 0.35);
    return;
  }
  if (isDict) yield offer(`${whole}.values()`, 0.5);
  yield offer(`range(len(${over}))`, 0.4);
  yield offer(`${whole}[1:]`, 0.4);
  yield offer(`${whole}[:-1]`, 0.2);
  yield offer(`reversed(${over})`, 0.4);
  yield offer(`list(${over})`, 0.25);
  yield offer(`sorted(${over})`, 0.3);
}

/** `x in list` asks for an index, not for an element. */
function* testMembership(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const binary = readBinary(node, source);
  if (binary === null || binary.sign !== "in") return;
  const [element, holder] = [textOf(binary.left, source), bracketObject(binary.right, source)];
  const type = names.typeOf(binary.right);
  const isKeyed = type === "map" || type === "set";
  yield replaceNode(node, `${holder}.includes(${element})`, source, { weight: type === "array" ? 1 : 0.4 });
  yield replaceNode(node, `${holder}.has(${element})`, source, { weight: isKeyed ? 1 : 0.4 });
  yield replaceNode(node, `Object.hasOwn(${textOf(binary.right, source)}, ${element})`, source, {
    weight: 0.3,
  });
}
