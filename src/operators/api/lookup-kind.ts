import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isValue } from "../is-value.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

/** Mends an object that is used as a Map or Set, or the other way round: `map[key]` for `map.get(key)`, `d[key]` for `d.get(key)`. */
export const lookupKind: Operator = {
  name: "lookup-kind",
  version: 1,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    if (context.source.language === "python") yield* changePython(node, context);
    else {
      yield* changeIndex(node, context);
      yield* changeMethod(node, context);
      yield* setEntry(node, context);
    }
  },
};

function* changePython(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const [object, key] = [childOf(node, "value"), childOf(node, "subscript")];
  if (node.type === "subscript" && object !== null && key !== null && isValue(node)) {
    if (!/^(?:integer|slice|unary_operator)$/.test(key.type)) {
      yield replaceNode(node, `${textOf(object, source)}.get(${textOf(key, source)})`, source, {
        weight: 0.8,
      });
      const taken = `${textOf(object, source)}.pop(${textOf(key, source)})`;
      yield replaceNode(node, taken, source, { weight: 0.35 });
    }
    return;
  }
  const call = readCall(node, source);
  const [first] = call?.values ?? [];
  if (call === null || call.object === null || first === undefined || call.name !== "get") return;
  yield replaceNode(node, `${textOf(call.object, source)}[${textOf(first, source)}]`, source, {
    weight: 0.6,
  });
}

function* changeIndex(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const [object, key] = [childOf(node, "object"), childOf(node, "index")];
  if (node.type !== "subscript_expression" || object === null || key === null || !isValue(node)) return;
  const type = names.typeOf(object);
  const [holder, wanted] = [textOf(object, source), textOf(key, source)];
  if (key.type !== "number" && (type === "map" || type === "unknown" || type === "object")) {
    yield replaceNode(node, `${holder}.get(${wanted})`, source, { weight: type === "map" ? 1 : 0.15 });
  }
  if (type === "set") yield replaceNode(node, `${holder}.has(${wanted})`, source, { weight: 1 });
  if (/^-/.test(wanted)) yield replaceNode(node, `${holder}.at(${wanted})`, source);
}

function* changeMethod(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const call = readCall(node, source);
  const [first] = call?.values ?? [];
  if (call === null || call.object === null || first === undefined) return;
  const type = names.typeOf(call.object);
  const [holder, key] = [textOf(call.object, source), textOf(first, source)];
  if (call.name === "get" && type !== "map")
    yield replaceNode(node, `${holder}[${key}]`, source, { weight: 0.6 });
  if (call.name === "has" && type !== "map" && type !== "set") {
    yield replaceNode(node, `Object.hasOwn(${holder}, ${key})`, source, { weight: 0.4 });
  }
  if (call.name === "includes" && (type === "object" || type === "unknown")) {
    yield replaceNode(node, `${key} in ${holder}`, source, { weight: 0.15 });
  }
}

/** `map[key] = value` sets a property of the map, not an entry. */
function* setEntry(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  if (node.type !== "assignment_expression") return;
  const [left, right] = [childOf(node, "left"), childOf(node, "right")];
  const [object, key] = left === null ? [null, null] : [childOf(left, "object"), childOf(left, "index")];
  if (right === null || object === null || key === null || readBinary(node, source) !== null) return;
  const type = names.typeOf(object);
  if (type !== "map" && type !== "unknown") return;
  yield replaceNode(
    node,
    `${textOf(object, source)}.set(${textOf(key, source)}, ${textOf(right, source)})`,
    source,
    { weight: type === "map" ? 1 : 0.15 },
  );
}
