import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isValue } from "../is-value.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const bounded = /^(?:slice|substring|range|repeat|at|charAt|splice|setTimeout|padStart|padEnd)$/;
const upward = /max|best|longest|highest|peak|most|right|end|last|high|hi$/i;
const downward = /min|least|lowest|shortest|short|left|start|first|low|lo$/i;
/** Names in scope that a value is bounded by. */
const MAX_LIMITS = 3;

/** Mends a value without a bound (`Math.max(0, x)`, `min(x, limit)`), a best value that is not compared, and a bound too many. */
export const clamp: Operator = {
  name: "clamp",
  version: 1,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    yield* dropBound(node, context);
    if (!isValue(node) || node.type === "parenthesized_expression") return;
    if (
      !["number", "unknown"].includes(context.names.typeOf(node)) ||
      /^(?:number|integer|float)$/.test(node.type)
    )
      return;
    yield* keepBest(node, context);
    yield* addBound(node, context);
  },
};

function call(name: "min" | "max", source: Source, ...values: readonly string[]): string {
  return `${source.language === "python" ? "" : "Math."}${name}(${values.join(", ")})`;
}

/** `best = x` becomes `best = max(best, x)`: what it is called says which. */
function* keepBest(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const parent = node.parent;
  if (parent === null || node.field !== "right" || !/^assignment/.test(parent.type)) return;
  const target = childOf(parent, "left");
  if (target === null || readCall(node, source)?.name.match(/^(?:min|max)$/)) return;
  const [name, value] = [textOf(target, source), textOf(node, source)];
  for (const [kind, form] of [
    ["max", upward],
    ["min", downward],
  ] as const) {
    const weight = form.test(name) ? 0.9 : 0.15;
    yield replaceNode(node, call(kind, source, name, value), source, { weight });
  }
}

function* addBound(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const place = weighPlace(node, source);
  if (place === 0) return;
  const value = textOf(node, source);
  yield replaceNode(node, call("max", source, "0", value), source, { weight: place });
  if (place > 0.3) yield replaceNode(node, call("max", source, "1", value), source, { weight: place / 3 });
  const limits = names
    .inScope(node)
    .filter(
      (declared) =>
        declared.kind !== "function" &&
        declared.kind !== "import" &&
        !value.includes(declared.name) &&
        names.typeOf(declared.node) === "number",
    )
    .slice(0, MAX_LIMITS);
  const own = source.language === "python" ? "self" : "this";
  const members = names
    .membersOf(own)
    .filter(
      (member) =>
        /max|min|cap|limit|capacity|size|bound/i.test(member) && !value.includes(`${own}.${member}`),
    )
    .map((member) => ({ name: `${own}.${member}` }));
  for (const { name } of [...members.slice(0, MAX_LIMITS), ...limits]) {
    const isMost = upward.test(name) || /limit|cap|max|size|length|total|count|width/i.test(name);
    const isLeast = downward.test(name);
    yield replaceNode(node, call("min", source, value, name), source, { weight: place * (isMost ? 1 : 0.4) });
    yield replaceNode(node, call("max", source, value, name), source, {
      weight: place * (isLeast ? 1 : 0.3),
    });
  }
}

/** Where a value out of bounds does harm. */
function weighPlace(node: SyntaxNode, source: Source): number {
  const parent = node.parent;
  if (parent === null) return 0;
  if (/^argument/.test(parent.type) && parent.parent !== null) {
    const name = readCall(parent.parent, source)?.name ?? "";
    return bounded.test(name) ? 0.4 : 0;
  }
  if (parent.type === "return_statement" || node.field === "body") return 0.35;
  const isStored = node.field === "value" && /declarator|^pair$/.test(parent.type);
  if (isStored || (node.field === "right" && /^assignment/.test(parent.type))) return 0.25;
  return node.field === "index" || parent.type === "slice" ? 0.3 : 0;
}

function* dropBound(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const found = readCall(node, source);
  if (found === null || !/^(?:min|max)$/.test(found.name) || found.values.length !== 2) return;
  for (const value of found.values) {
    if (!/spread|splat|keyword/.test(value.type))
      yield replaceNode(node, textOf(value, source), source, { weight: 0.35 });
  }
}
