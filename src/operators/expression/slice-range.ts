import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const ranged = /(?:^|\.)(?:slice|substring|range|splice)$/;

/** Mends a slice, a range or an index at the wrong end: a bound too many, a missing one, first for last. */
export const sliceRange: Operator = {
  name: "slice-range",
  version: 1,
  prior: 0.5,
  languages,
  *find(node, context) {
    if (node.type === "slice") yield* changeSlice(node, context);
    if (node.type === "call_expression" || node.type === "call") yield* changeCall(node, context);
    if (node.type === "subscript_expression" || node.type === "subscript") yield* changeEnd(node, context);
  },
};

/** `a[x:y]`: each bound dropped, and -1 or 1 where none stands. */
function* changeSlice(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const [from = "", to = "", ...steps] = textOf(node, source)
    .split(":")
    .map((part) => part.trim());
  const offer = (...parts: readonly string[]) => replaceNode(node, [...parts, ...steps].join(":"), source);
  if (from !== "") yield offer("", to);
  if (to !== "") yield offer(from, "");
  if (from === "") yield offer("1", to);
  if (to === "") yield offer(from, "-1");
  if (from !== "" && to !== "") yield offer(to, from);
  if (steps.length === 0) yield { ...replaceNode(node, `${from}:${to}:-1`, source), weight: 0.3 };
}

/** `slice(x, y)` and `range(x, y)`: each argument dropped, 0 and 1 put first. */
function* changeCall(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const callee = childOf(node, "function");
  const list = childOf(node, "arguments");
  if (callee === null || list === null || !ranged.test(textOf(callee, source))) return;
  const values = namedChildrenOf(list).map((value) => textOf(value, source));
  for (const dropped of values.keys()) {
    const kept = values.filter((_, at) => at !== dropped);
    if (kept.length > 0) yield replaceNode(list, `(${kept.join(", ")})`, source, { weight: 0.8 });
  }
  if (values.length !== 1) return;
  for (const first of ["0", "1"])
    yield replaceNode(list, `(${first}, ${values[0]})`, source, { weight: 0.8 });
}

/** The first element for the last one, and the other way round. */
function* changeEnd(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const isPython = source.language === "python";
  const object = childOf(node, isPython ? "value" : "object");
  const index = childOf(node, isPython ? "subscript" : "index");
  if (object === null || index === null) return;
  const text = textOf(index, source);
  const last = isPython ? "-1" : `${textOf(object, source)}.length - 1`;
  if (text === "0") yield replaceNode(index, last, source, { weight: 0.8 });
  if (text === last) yield replaceNode(index, "0", source, { weight: 0.6 });
}
