import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const kinds = ["string", "number", "boolean", "object", "function", "undefined"];
const classes = [
  "int",
  "float",
  "str",
  "list",
  "dict",
  "tuple",
  "bool",
  "set",
  "(int, float)",
  "(list, tuple)",
];

/** Mends a test for the wrong type: `typeof x === "object"` where null and arrays are objects too, `isinstance(x, int)` where floats count. */
export const typeTest: Operator = {
  name: "type-test",
  version: 1,
  prior: 0.45,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    if (context.source.language === "python") yield* changeInstance(node, context);
    else yield* changeTypeof(node, context);
  },
};

function* changeTypeof(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const binary = readBinary(node, source);
  const call = readCall(node, source);
  const [first] = call?.values ?? [];
  if (call !== null && call.name === "isArray" && first !== undefined) {
    const text = textOf(first, source);
    yield replaceNode(node, `typeof ${text} === "object"`, source, { weight: 0.3 });
    yield replaceNode(node, `typeof ${text} === "string"`, source, { weight: 0.3 });
  }
  if (binary === null || !/^[!=]==?$/.test(binary.sign) || !textOf(binary.left, source).startsWith("typeof "))
    return;
  const subject = childOf(binary.left, "argument");
  if (subject === null) return;
  const text = textOf(subject, source);
  const isNot = binary.sign.startsWith("!");
  const said = textOf(binary.right, source).slice(1, -1);
  for (const kind of kinds) {
    if (kind !== said) yield replaceNode(binary.right, `"${kind}"`, source, { weight: 0.5 });
  }
  yield replaceNode(node, `${isNot ? "!" : ""}Array.isArray(${text})`, source, { weight: 0.5 });
  if (said === "object") {
    const [sign, joint] = isNot ? ["===", "||"] : ["!==", "&&"];
    yield replaceNode(node, `(${textOf(node, source)} ${joint} ${text} ${sign} null)`, source);
    yield replaceNode(
      node,
      `(${textOf(node, source)} ${joint} ${isNot ? "" : "!"}Array.isArray(${text}))`,
      source,
      { weight: 0.7 },
    );
  }
  if (said === "number" && !isNot)
    yield replaceNode(node, `Number.isFinite(${text})`, source, { weight: 0.6 });
}

function* changeInstance(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const binary = readBinary(node, source);
  const typed =
    binary !== null && /^(?:[!=]=|is|is not)$/.test(binary.sign) ? readCall(binary.left, source) : null;
  const [subject] = typed?.values ?? [];
  if (binary !== null && typed?.name === "type" && subject !== undefined) {
    const isNot = /^(?:!=|is not)$/.test(binary.sign) ? "not " : "";
    yield replaceNode(
      node,
      `${isNot}isinstance(${textOf(subject, source)}, ${textOf(binary.right, source)})`,
      source,
    );
  }
  const call = readCall(node, source);
  const [value, tested] = call?.values ?? [];
  if (call?.name !== "isinstance" || value === undefined || tested === undefined) return;
  const said = textOf(tested, source);
  for (const other of classes) {
    if (other !== said)
      yield replaceNode(tested, other, source, { weight: other.includes(said) ? 0.8 : 0.35 });
  }
  if (said === "int") {
    const text = textOf(value, source);
    yield replaceNode(node, `(isinstance(${text}, int) and not isinstance(${text}, bool))`, source, {
      weight: 0.6,
    });
  }
}
