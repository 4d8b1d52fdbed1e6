import { scriptLanguages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { type Call, readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";

/** Mends promises that nobody waits for: `forEach(async …)`, `map(async …)` without `Promise.all`, a chain that is not returned, a function that awaits and is not async. */
export const promiseGathering: Operator = {
  name: "promise-gathering",
  version: 1,
  prior: 0.6,
  languages: scriptLanguages,
  isRepairOnly: true,
  *find(node, context) {
    const call = readCall(node, context.source);
    if (call !== null) {
      yield* gather(call, context);
      yield* returnChain(call, context);
    }
    if (functionTypes.has(node.type)) yield* makeAsync(node, context);
  },
};

const isAsync = (node: SyntaxNode | null) => node?.children.some(({ type }) => type === "async") ?? false;

function* gather(
  { node, name, nameNode, object, values }: Call,
  { source }: OperatorContext,
): Generator<TextEdit> {
  const [callback] = values;
  if (callback === undefined || object === null || !/^(?:forEach|map|flatMap|filter)$/.test(name)) return;
  if (!isAsync(callback) && !/^(?:await|new) /.test(textOf(callback, source))) {
    const isNamed = callback.type === "identifier" || callback.type === "member_expression";
    if (!isNamed || name !== "map") return;
  }
  const isIn = enclosing(node, functionTypes);
  const around = node.parent?.parent ? readCall(node.parent.parent, source) : null;
  if (around?.name.startsWith("all")) return;
  const mapped =
    textOf(node, source).slice(0, nameNode.start - node.start) +
    "map" +
    textOf(node, source).slice(nameNode.end - node.start);
  const weight = isAsync(callback) ? 1 : 0.15;
  const gathered = `Promise.all(${mapped})`;
  if (isIn !== null && isAsync(isIn)) {
    const isChained = node.field === "object";
    yield replaceNode(node, isChained ? `(await ${gathered})` : `await ${gathered}`, source, { weight });
  }
  yield replaceNode(node, gathered, source, { weight: weight * 0.6 });
  if (node.parent?.type === "expression_statement")
    yield replaceNode(node, `return ${gathered}`, source, { weight: weight * 0.7 });
}

function* returnChain({ node, name }: Call, { source }: OperatorContext): Generator<TextEdit> {
  if (!/^(?:then|catch|finally)$/.test(name) || node.parent?.type !== "expression_statement") return;
  if (enclosing(node, functionTypes) === null) return;
  const text = textOf(node, source);
  yield replaceNode(node, `return ${text}`, source, { weight: 1 });
  if (isAsync(enclosing(node, functionTypes)))
    yield replaceNode(node, `await ${text}`, source, { weight: 0.9 });
}

/** A function whose promise is expected, such as one that throws where it should reject. */
function* makeAsync(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const name = childOf(node, "name");
  if (isAsync(node) || node.children.some(({ type }) => type === "*" || type === "get" || type === "set"))
    return;
  if (name !== null && textOf(name, source) === "constructor") return;
  const said = childOf(node, "return_type");
  const isPromising = said !== null && textOf(said, source).includes("Promise<");
  const body = childOf(node, "body");
  const text = body === null ? "" : textOf(body, source);
  if (!isPromising && !/\bPromise\b|\.then\(/.test(text)) return;
  const start = node.type === "method_definition" ? (name?.start ?? node.start) : node.start;
  yield {
    start,
    end: start,
    replacement: "async ",
    summary: "make the function async",
    weight: isPromising ? 0.8 : 0.4,
  };
}
