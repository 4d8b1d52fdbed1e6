import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const calculations = new Set(["binary_expression", "binary_operator"]);
const comparisons = new Set(["<", "<=", ">", ">=", "===", "=="]);
/** Calls whose arguments are bounds. */
const bounded = /^(?:range|slice|substring|substr|splice|at|charAt|charCodeAt|padStart|padEnd|repeat|fill)$/;

/** Mends a bound, an index or a count that is one too many or one too few. */
export const offByOne: Operator = {
  name: "off-by-one",
  version: 2,
  prior: 0.9,
  languages,
  *find(node, context) {
    yield* dropOne(node, context);
    const weight = weighPlace(node, context);
    if (weight === 0) return;
    const { source, names } = context;
    if (!["number", "unknown"].includes(names.typeOf(node))) return;
    const text = textOf(node, source);
    const wrap = isTight(node) ? text : `(${text})`;
    for (const step of ["- 1", "+ 1"]) {
      const replacement = needsBrackets(node) ? `(${wrap} ${step})` : `${wrap} ${step}`;
      yield replaceNode(node, replacement, source, { weight });
    }
  },
};

/** `n - 1` and `n + 1` without the one, and with the other sign. */
function* dropOne(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  if (!calculations.has(node.type)) return;
  const [left, right, sign] = [childOf(node, "left"), childOf(node, "right"), childOf(node, "operator")];
  if (left === null || right === null || sign === null) return;
  const operator = textOf(sign, source);
  if (textOf(right, source) !== "1" || (operator !== "+" && operator !== "-")) return;
  yield replaceNode(node, textOf(left, source), source, { weight: 1 });
}

/** How likely a one is missing here; 0 where no bound, index or count stands. */
function weighPlace(node: SyntaxNode, { source }: OperatorContext): number {
  const parent = node.parent;
  if (parent === null || !node.isNamed || isNumber(node) || hasOne(node, source.text)) return 0;
  if (parent.type === "subscript_expression" && node.field === "index") return 0.8;
  if (parent.type === "subscript" && node.field === "subscript" && node.type !== "slice") return 0.8;
  if (parent.type === "slice") return 0.8;
  if (parent.type === "return_statement" || isArrowBody(node)) return 0.3;
  if (parent.type === "arguments" || parent.type === "argument_list")
    return weighArgument(parent, source.text);
  if (parent.type === "comparison_operator" || parent.type === "binary_expression") {
    const sign = childOf(parent, "operator") ?? parent.children.find(({ isNamed }) => !isNamed);
    const isRight = namedChildrenOf(parent).at(-1) === node;
    const isCompared = sign !== undefined && comparisons.has(textOf(sign, source));
    return isCompared ? (isRight ? 0.6 : 0.35) : 0;
  }
  if (node.field === "value" && /^(?:variable_declarator|pair)$/.test(parent.type)) return 0.25;
  if (node.field === "right" && /^(?:augmented_)?assignment/.test(parent.type)) return 0.25;
  return parent.type === "template_substitution" || parent.type === "interpolation" ? 0.2 : 0;
}

function weighArgument(list: SyntaxNode, text: string): number {
  const callee = list.parent === null ? null : childOf(list.parent, "function");
  if (callee === null) return 0;
  const name = /[A-Za-z_$][\w$]*$/.exec(text.slice(callee.start, callee.end))?.[0] ?? "";
  if (bounded.test(name)) return 0.8;
  return /^(?:floor|ceil|round|trunc|max|min|push|append|set|add|Array)$/.test(name) ? 0.3 : 0.12;
}

const isNumber = ({ type }: SyntaxNode) => type === "number" || type === "integer" || type === "float";
const isArrowBody = (node: SyntaxNode) => node.parent?.type === "arrow_function" && node.field === "body";
const countable = new Set([
  "identifier",
  "member_expression",
  "attribute",
  "call_expression",
  "call",
  "subscript",
  "subscript_expression",
]);
const isTight = ({ type }: SyntaxNode) => countable.has(type);
const needsBrackets = (node: SyntaxNode) => node.parent?.type === "member_expression";

/** Only what can be a number, and is not a calculation with one already. */
function hasOne(node: SyntaxNode, text: string): boolean {
  if (calculations.has(node.type)) return /[+-]\s*1$/.test(text.slice(node.start, node.end));
  return !countable.has(node.type);
}
