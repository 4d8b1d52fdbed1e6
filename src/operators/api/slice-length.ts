import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { bracketOperand } from "../bracket.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const byEnd = new Set(["slice", "substring", "subarray"]);
const byLength = new Set(["substr", "splice"]);

/** Mends a length that was given for an end, or an end for a length: `s.slice(at, 3)` for `s.slice(at, at + 3)`. */
export const sliceLength: Operator = {
  name: "slice-length",
  version: 1,
  prior: 0.45,
  languages,
  *find(node, context) {
    if (node.type === "slice") yield* changeSlice(node, context);
    const call = readCall(node, context.source);
    const [start, end] = call?.values ?? [];
    if (call === null || call.object === null || start === undefined || end === undefined) return;
    if (byEnd.has(call.name)) yield* addStart(start, end, context);
    if (byLength.has(call.name)) yield* takeStart(start, end, context);
  },
};

function* changeSlice(node: SyntaxNode, context: OperatorContext): Generator<TextEdit> {
  const [start, end] = namedChildrenOf(node);
  const colon = node.children.find(({ type }) => type === ":");
  if (start === undefined || end === undefined || colon === undefined) return;
  if (start.end > colon.start || end.start < colon.end) return;
  yield* addStart(start, end, context);
  yield* takeStart(start, end, context);
}

function* addStart(start: SyntaxNode, end: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const [from, to] = [bracketOperand(start, source), bracketOperand(end, source)];
  if (from === "0" || /^\(?-/.test(from) || to.includes(from)) return;
  yield replaceNode(end, `${from} + ${to}`, source, { weight: 0.9 });
}

function* takeStart(start: SyntaxNode, end: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const [from, to] = [bracketOperand(start, source), bracketOperand(end, source)];
  if (from === "0" || /^\(?-/.test(from)) return;
  yield replaceNode(end, `${to} - ${from}`, source, { weight: 0.5 });
  // What stands there may be the sum already, which is a position and no length.
  const rest = textOf(end, source).replace(`${from} + `, "");
  if (rest !== textOf(end, source)) yield replaceNode(end, rest, source, { weight: 0.9 });
}
