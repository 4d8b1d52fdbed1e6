import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { listLocals } from "../list-locals.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

/** Names in scope that are tried for a bound that is missing. */
const MAX_NAMES = 3;
const ranged = /(?:^|\.)(?:slice|substring|range|splice)$/;

/** Mends a slice, a range or an index at the wrong end: a bound too many, a missing one, first for last. */
export const sliceRange: Operator = {
  name: "slice-range",
  version: 2,
  prior: 0.5,
  languages,
  *find(node, context) {
    if (node.type === "slice") yield* changeSlice(node, context);
    if (node.type === "call_expression" || node.type === "call") yield* changeCall(node, context);
    if (node.type === "subscript_expression" || node.type === "subscript") yield* changeEnd(node, context);
  },
};

/** `a[x:y]`: each bound dropped, and -1 or 1 where none stands. */
function* changeSlice(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const [from = "", to = "", ...steps] = textOf(node, source)
    .split(":")
    .map((part) => part.trim());
  const offer = (...parts: readonly string[]) => replaceNode(node, [...parts, ...steps].join(":"), source);
  if (from !== "") yield offer("", to);
  if (to !== "") yield offer(from, "");
  if (from === "") yield offer("1", to);
  if (to === "") yield offer(from, "-1");
  if (from !== "" && to !== "") yield offer(to, from);
  if (from === "" && to !== "") yield { ...offer(`${to} - 1`, to), weight: 0.25 };
  if (to === "" && from !== "") yield { ...offer(from, `${from} + 1`), weight: 0.25 };
  const locals = from === "" || to === "" ? listLocals(node, names) : [];
  const counted = locals.filter(
    ({ type, isUnread }) => type === "number" || (isUnread && type === "unknown"),
  );
  for (const { name, isUnread } of counted.slice(0, MAX_NAMES)) {
    const weight = isUnread ? 1 : 0.4;
    if (from === "") yield { ...offer(name, to), weight };
    if (to === "") yield { ...offer(from, name), weight };
  }
  if (steps.length === 0) yield { ...replaceNode(node, `${from}:${to}:-1`, source), weight: 0.3 };
}

/** `slice(x, y)` and `range(x, y)`: each argument dropped, 0 and 1 put first. */
function* changeCall(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const callee = childOf(node, "function");
  const list = childOf(node, "arguments");
  if (callee === null || list === null || !ranged.test(textOf(callee, source))) return;
  const values = namedChildrenOf(list).map((value) => textOf(value, source));
  for (const dropped of values.keys()) {
    const kept = values.filter((_, at) => at !== dropped);
    if (kept.length > 0) yield replaceNode(list, `(${kept.join(", ")})`, source, { weight: 0.8 });
  }
  if (values.length !== 1) return;
  const end = list.end - 1;
  const counted = /range$/.test(textOf(callee, source))
    ? []
    : listLocals(node, names).filter(
        ({ type, isUnread }) => type === "number" || (isUnread && type === "unknown"),
      );
  for (const { name, isUnread } of counted.slice(0, MAX_NAMES)) {
    const summary = `end at ${name}`;
    yield { start: end, end, replacement: `, ${name}`, summary, weight: isUnread ? 0.9 : 0.35 };
  }
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
