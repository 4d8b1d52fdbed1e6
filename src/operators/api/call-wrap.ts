import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import { bracketObject } from "../bracket.ts";
import { isCondition } from "../is-condition.ts";
import { isValue } from "../is-value.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { SimpleType } from "../simple-type.ts";

/** What people forget to apply, by the value's type; `$` is the value, `@` the value as an object. */
const scriptWraps: Readonly<Partial<Record<SimpleType, Readonly<Record<string, number>>>>> = {
  number: {
    "Math.abs($)": 1,
    "Math.floor($)": 1,
    "Math.round($)": 0.8,
    "Math.ceil($)": 0.8,
    "Math.trunc($)": 0.5,
    "String($)": 0.5,
    "Math.sqrt($)": 0.3,
  },
  string: {
    "@.trim()": 1,
    "@.toLowerCase()": 1,
    "Number($)": 0.8,
    "@.toUpperCase()": 0.4,
    '@.split("")': 0.3,
    "[...$]": 0.3,
    '@.padStart(2, "0")': 0.3,
    '@.padEnd(2, "0")': 0.25,
    "parseInt($, 10)": 0.4,
    "JSON.stringify($)": 0.1,
  },
  array: {
    "[...$]": 1,
    "@.slice().reverse()": 0.3,
    "[...new Set($)]": 0.6,
    "@.flat()": 0.4,
    "@.filter(Boolean)": 0.3,
    "@.slice().sort((a, b) => a - b)": 0.3,
    '@.join("")': 0.3,
    "@.map((item) => item.trim())": 0.3,
    "@.map(Number)": 0.35,
    "@.map((item) => item.toLowerCase())": 0.25,
    "new Set($)": 0.2,
    "structuredClone($)": 0.3,
  },
  object: {
    "{ ...$ }": 1,
    "Object.keys($)": 0.5,
    "Object.values($)": 0.5,
    "Object.entries($)": 0.5,
    "structuredClone($)": 0.4,
  },
  set: { "[...$]": 1, "new Set($)": 0.6 },
  map: { "[...$]": 0.6, "new Map($)": 0.6, "[...@.values()]": 0.6, "[...@.keys()]": 0.5 },
  boolean: { "Number($)": 0.4, "String($)": 0.3 },
  unknown: {
    "Number($)": 0.4,
    "String($)": 0.4,
    "[...$]": 0.3,
    "@.trim()": 0.3,
    "@.toLowerCase()": 0.3,
    "Math.abs($)": 0.3,
    "Math.floor($)": 0.3,
    "{ ...$ }": 0.2,
    "Object.values($)": 0.15,
  },
};
const pythonWraps: typeof scriptWraps = {
  number: { "abs($)": 1, "int($)": 1, "round($)": 0.8, "str($)": 0.6, "float($)": 0.4 },
  string: {
    "@.strip()": 1,
    "@.lower()": 1,
    "int($)": 0.8,
    "@.split()": 0.4,
    "@.zfill(2)": 0.25,
    "list($)": 0.4,
    "@.upper()": 0.3,
    "float($)": 0.4,
  },
  array: {
    "list($)": 0.9,
    "sorted($)": 0.8,
    "set($)": 0.4,
    "list(reversed($))": 0.3,
    "tuple($)": 0.5,
    "sum($)": 0.3,
    "list(dict.fromkeys($))": 0.4,
    '"".join($)': 0.3,
    "dict($)": 0.35,
    "[item.strip() for item in $]": 0.35,
    "[int(item) for item in $]": 0.3,
    "[str(item) for item in $]": 0.3,
  },
  dict: { "dict($)": 0.9, "list($)": 0.4, "list(@.values())": 0.4, "list(@.items())": 0.4, "sorted($)": 0.4 },
  set: { "list($)": 0.6, "sorted($)": 1, "set($)": 0.5 },
  unknown: {
    "str($)": 0.4,
    "int($)": 0.4,
    "list($)": 0.4,
    "sorted($)": 0.25,
    "abs($)": 0.3,
    "@.strip()": 0.3,
    "@.lower()": 0.3,
    "set($)": 0.15,
    "tuple($)": 0.2,
  },
};
const wrapped =
  /^(?:abs|floor|round|ceil|trunc|Number|String|parseInt|trim|toLowerCase|int|str|float|strip|lower|sorted|list|tuple|dict|set|Set)$/;

/** Mends a step that is missing around a value: an absolute value, a rounding, a conversion, a copy, a trim, one letter case. */
export const callWrap: Operator = {
  name: "call-wrap",
  version: 1,
  prior: 0.35,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    const { source, names } = context;
    const place = weighPlace(node, context);
    if (place === 0) return;
    const type = names.typeOf(node);
    const wraps = (source.language === "python" ? pythonWraps : scriptWraps)[type] ?? {};
    for (const [form, weight] of Object.entries(wraps)) {
      if (weight * place < 0.13) continue;
      const isObject = form.includes("@");
      const text = isObject ? bracketObject(node, source) : textOf(node, source);
      yield replaceNode(
        node,
        form.replace(isObject ? "@" : "$", () => text),
        source,
        { weight: weight * place },
      );
    }
  },
};

function weighPlace(node: SyntaxNode, { source }: OperatorContext): number {
  const { parent, field, type } = node;
  if (parent === null || !isValue(node) || isCondition(node, source)) return 0;
  if (
    /^(?:number|integer|float|string|true|false|null|none|undefined|this|array|list|parenthesized_expression)$/.test(
      type,
    )
  )
    return 0;
  // Methods change their object, not a copy of it; what is sorted or looped over may well be a copy.
  if (field === "object" || field === "function" || field === "index") return field === "object" ? 0.3 : 0;
  if (wrapped.test(readCall(node, source)?.name ?? "")) return 0.3;
  if (parent.type === "slice" || (field === "value" && parent.type === "subscript")) return 0.15;
  const around =
    /^argument/.test(parent.type) && parent.parent !== null ? readCall(parent.parent, source) : null;
  if (around !== null && wrapped.test(around.name)) return 0.05;
  if (parent.type === "return_statement" || field === "body") return 0.8;
  if (/declarator|^assignment|^pair$/.test(parent.type)) return 0.6;
  return 0.4;
}
