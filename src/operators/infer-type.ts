import { type Source, textOf } from "../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../syntax/syntax-node.ts";
import { pythonCallTypes, scriptCallTypes } from "./call-types.ts";
import type { Declaration } from "./declarations.ts";
import { lookUp } from "./look-up.ts";
import { readAnnotation } from "./read-annotation.ts";
import type { SimpleType } from "./simple-type.ts";

/** Deepest chain of names that is followed. */
const MAX_DEPTH = 6;

const byNodeType: Readonly<Record<string, SimpleType>> = {
  number: "number",
  integer: "number",
  float: "number",
  update_expression: "number",
  string: "string",
  template_string: "string",
  concatenated_string: "string",
  true: "boolean",
  false: "boolean",
  not_operator: "boolean",
  comparison_operator: "boolean",
  array: "array",
  list: "array",
  tuple: "array",
  list_comprehension: "array",
  generator_expression: "array",
  dictionary: "dict",
  dictionary_comprehension: "dict",
  set: "set",
  set_comprehension: "set",
  object: "object",
  arrow_function: "function",
  function_expression: "function",
  lambda: "function",
  regex: "regex",
  null: "null",
  none: "null",
  undefined: "null",
};
const constructed: Readonly<Record<string, SimpleType>> = {
  Map: "map",
  WeakMap: "map",
  Set: "set",
  WeakSet: "set",
  Array: "array",
  Date: "date",
  Promise: "promise",
  RegExp: "regex",
};
const comparing = new Set(["<", "<=", ">", ">=", "==", "===", "!=", "!==", "in", "instanceof"]);
const combining = new Set(["&&", "||", "??", "and", "or"]);

/** What the inference asks of the file that a node is in. */
export type TypeScope = {
  readonly source: Source;
  /** What a name means at a node; null where nothing is known of it. */
  declarationOf(name: string, at: SyntaxNode): Declaration | null;
  /** What uses of the name tell, where its declaration tells nothing. */
  usageOf(declaration: Declaration): SimpleType;
  /** The value that `this.x` or `self.x` is first given, or its annotation. */
  memberValue(name: string): SyntaxNode | null;
};

/**
 * Guesses what a node's value is from literals, operators, well-known calls, annotations, initialisers and uses. It is
 * a hint to weigh candidates with, and may be wrong. Pure.
 */
export function inferType(node: SyntaxNode, scope: TypeScope, depth = 0): SimpleType {
  const known = byNodeType[node.type];
  if (known !== undefined) return known;
  if (depth > MAX_DEPTH) return "unknown";
  const { source } = scope;
  const inner = (part: SyntaxNode | null | undefined) =>
    part === null || part === undefined ? "unknown" : inferType(part, scope, depth + 1);
  switch (node.type) {
    case "parenthesized_expression":
    case "as_expression":
    case "satisfies_expression":
    case "non_null_expression":
      return inner(namedChildrenOf(node)[0]);
    case "identifier":
      return inferName(node, scope, depth);
    case "unary_expression":
    case "unary_operator":
      return /^[!]/.test(textOf(node, source))
        ? "boolean"
        : node.children[0]?.type === "typeof"
          ? "string"
          : "number";
    case "binary_expression":
    case "binary_operator":
    case "boolean_operator":
      return inferBinary(node, source, inner);
    case "ternary_expression":
      return agree(inner(childOf(node, "consequence")), inner(childOf(node, "alternative")));
    case "conditional_expression":
      return agree(inner(namedChildrenOf(node)[0]), inner(namedChildrenOf(node)[2]));
    case "assignment_expression":
      return inner(childOf(node, "right"));
    case "new_expression": {
      const maker = childOf(node, "constructor");
      return maker === null ? "unknown" : (lookUp(constructed, textOf(maker, source)) ?? "object");
    }
    case "call_expression":
    case "call":
      return inferCall(node, scope, inner);
    case "member_expression":
    case "attribute":
      return inferMember(node, scope, inner);
    case "subscript":
      return /^[^,]*:/.test(textOf(childOf(node, "subscript") ?? node, source))
        ? inner(childOf(node, "value"))
        : "unknown";
    default:
      return "unknown";
  }
}

function agree(a: SimpleType, b: SimpleType): SimpleType {
  if (a === b || b === "unknown" || b === "null") return a;
  return a === "unknown" || a === "null" ? b : "unknown";
}

function inferName(node: SyntaxNode, scope: TypeScope, depth: number): SimpleType {
  const declaration = scope.declarationOf(textOf(node, scope.source), node);
  if (declaration === null) return "unknown";
  if (declaration.kind === "function") return "function";
  return inferDeclaration(declaration, scope, depth);
}

/** By annotation, else by the value that it is declared with, else by how it is used. */
function inferDeclaration(declaration: Declaration, scope: TypeScope, depth: number): SimpleType {
  const { node } = declaration;
  const parent = node.parent;
  if (parent === null) return "unknown";
  const annotation = childOf(parent, "type");
  if (annotation !== null && node.field !== "type") {
    const said = readAnnotation(textOf(annotation, scope.source));
    if (said !== "unknown") return said;
  }
  const value =
    node.field === "left" && parent.type === "assignment"
      ? childOf(parent, "right")
      : (childOf(parent, "value") ??
        (parent.type === "assignment_pattern" ? childOf(parent, "right") : null));
  const isWhole = value !== null && value !== node && !/for_|pair/.test(parent.type);
  const type = isWhole ? inferType(value, scope, depth + 1) : inferLoopVariable(node, scope);
  return type === "unknown" || type === "null" ? scope.usageOf(declaration) : type;
}

/** `for i in range(n)` counts, and `for (const k in o)` gives keys. */
function inferLoopVariable({ parent, field }: SyntaxNode, { source }: TypeScope): SimpleType {
  if (parent === null || field !== "left" || !/^for_/.test(parent.type)) return "unknown";
  if (parent.type === "for_in_statement") {
    return childOf(parent, "operator")?.type === "in" ? "string" : "unknown";
  }
  const over = childOf(parent, "right");
  return over !== null && /^range\(/.test(textOf(over, source)) ? "number" : "unknown";
}

function inferBinary(
  node: SyntaxNode,
  source: Source,
  inner: (part: SyntaxNode | null) => SimpleType,
): SimpleType {
  const sign = textOf(childOf(node, "operator") ?? node, source);
  if (comparing.has(sign)) return "boolean";
  const [left, right] = [inner(childOf(node, "left")), inner(childOf(node, "right"))];
  if (combining.has(sign)) return agree(left, right);
  if (sign === "+") {
    if (left === "string" || right === "string") return "string";
    return left === "array" || right === "array" ? "array" : left === "number" ? left : right;
  }
  if (source.language === "python" && ["string", "array", "set"].includes(left)) return left;
  return "number";
}

function inferCall(
  node: SyntaxNode,
  { source, declarationOf }: TypeScope,
  inner: (part: SyntaxNode | null) => SimpleType,
): SimpleType {
  const callee = childOf(node, "function");
  if (callee === null) return "unknown";
  const last = childOf(callee, "property") ?? childOf(callee, "attribute") ?? callee;
  const name = textOf(last, source);
  if (name === "slice" || name === "concat" || name === "copy" || name === "at") {
    return name === "at" ? "unknown" : inner(childOf(callee, "object"));
  }
  const types = source.language === "python" ? pythonCallTypes : scriptCallTypes;
  const declared = last === callee ? declarationOf(name, callee) : null;
  if (declared === null || declared.kind === "import") {
    return types.get(name) ?? "unknown";
  }
  const annotation = declared.node.parent === null ? null : childOf(declared.node.parent, "return_type");
  return annotation === null ? "unknown" : readAnnotation(textOf(annotation, source));
}

function inferMember(
  node: SyntaxNode,
  scope: TypeScope,
  inner: (part: SyntaxNode | null) => SimpleType,
): SimpleType {
  const object = childOf(node, "object");
  const member = childOf(node, "property") ?? childOf(node, "attribute");
  if (object === null || member === null) return "unknown";
  const name = textOf(member, scope.source);
  if (name === "length" || name === "size") return "number";
  const isOwn = object.type === "this" || textOf(object, scope.source) === "self";
  if (!isOwn) return "unknown";
  const value = scope.memberValue(name);
  if (value === null) return "unknown";
  return /type/.test(value.type) ? readAnnotation(textOf(value, scope.source)) : inner(value);
}
