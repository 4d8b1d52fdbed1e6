import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isValue } from "../is-value.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const named = new Set(["identifier", "member_expression", "attribute", "subscript_expression", "subscript"]);
/** Members of the same text that are tried. */
const MAX_MEMBERS = 4;

/** Mends a thing for one of its parts, or a part for the whole: `list` for `list.length`, `user.name` for `user`, `count` for `this.count`. */
export const memberAccess: Operator = {
  name: "member-access",
  version: 1,
  prior: 0.45,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    if (!named.has(node.type) || node.field === "object" || node.field === "function") return;
    if (!isValue(node)) return;
    yield* takeSize(node, context);
    yield* takeMember(node, context);
    yield* takeOwn(node, context);
    yield* takeWhole(node, context);
  },
};

function* takeSize(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const type = names.typeOf(node);
  const text = textOf(node, source);
  if (["number", "boolean", "function", "promise", "regex", "date"].includes(type)) return;
  const isCounted = isCountPlace(node, source);
  const isSized = type === "unknown" ? 0.35 : 1;
  const weight = isSized * (isCounted ? 0.8 : 0.2);
  if (source.language === "python") yield replaceNode(node, `len(${text})`, source, { weight });
  else {
    const size = type === "map" || type === "set" ? "size" : "length";
    yield replaceNode(node, `${text}.${size}`, source, { weight });
  }
}

/** An operand of a calculation or comparison, a bound or an index. */
function isCountPlace(node: SyntaxNode, source: OperatorContext["source"]): boolean {
  if (node.parent === null) return false;
  const sign = readBinary(node.parent, source)?.sign ?? "";
  if (/^(?:[<>]=?|[-*/%]|\/\/)$/.test(sign)) return true;
  const call = node.parent.parent === null ? null : readCall(node.parent.parent, source);
  return (
    call !== null && /^(?:range|slice|substring|max|min|floor|ceil|repeat|padStart|padEnd)$/.test(call.name)
  );
}

function* takeMember(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const text = textOf(node, source);
  const members = names.membersOf(text).filter((member) => member !== "length" && member !== "size");
  for (const member of members.slice(0, MAX_MEMBERS)) {
    yield replaceNode(node, `${text}.${member}`, source, { weight: 0.25 });
  }
}

/** A name for the member of the same name, and the other way round. */
function* takeOwn(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  const own = source.language === "python" ? "self" : "this";
  const text = textOf(node, source);
  if (node.type === "identifier" && names.membersOf(own).includes(text)) {
    yield replaceNode(node, `${own}.${text}`, source, { weight: 0.7 });
  }
  const member = childOf(node, "property") ?? childOf(node, "attribute");
  const object = childOf(node, "object");
  if (member === null || object === null || textOf(object, source) !== own) return;
  const name = textOf(member, source);
  if (names.declarationOf(name, node) !== null) yield replaceNode(node, name, source, { weight: 0.5 });
}

function* takeWhole(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const object = childOf(node, "object") ?? (node.type === "subscript" ? childOf(node, "value") : null);
  if (object === null || /^(?:this|super|self|cls|Math|Number|math)$/.test(textOf(object, source))) return;
  yield replaceNode(node, textOf(object, source), source, {
    weight: node.type.startsWith("sub") ? 0.3 : 0.4,
  });
}
