import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { type ProbeValue, special } from "./probe-value.ts";
import { readStringLiteral } from "./read-string-literal.ts";

/** What a literal stands for; `isLiteral` is false where a name, a call or an operator is in it. */
export type ReadLiteral =
  | { readonly isLiteral: true; readonly value: ProbeValue }
  | { readonly isLiteral: false };

const none: ReadLiteral = { isLiteral: false };

/** The value of a literal in JavaScript, TypeScript or Python: lists and objects of literals are literals. Pure. */
export function readLiteral(node: SyntaxNode, source: Source): ReadLiteral {
  switch (node.type) {
    case "number":
    case "integer":
    case "float":
      return readNumber(textOf(node, source));
    case "string":
    case "template_string":
      return is(readStringLiteral(node, source));
    case "true":
    case "false":
      return is(node.type === "true");
    case "null":
    case "none":
      return is(null);
    case "undefined":
      return is(special("undefined"));
    case "identifier":
      return readName(textOf(node, source));
    case "unary_expression":
    case "unary_operator":
      return readSigned(node, source);
    case "array":
    case "list":
    case "tuple":
      return readList(namedChildrenOf(node), source);
    case "object":
    case "dictionary":
      return readPairs(namedChildrenOf(node), source);
    default:
      return none;
  }
}

function is(value: ProbeValue | undefined): ReadLiteral {
  return value === undefined ? none : { isLiteral: true, value };
}

function readNumber(text: string): ReadLiteral {
  const value = Number(text.replaceAll("_", ""));
  return Number.isFinite(value) ? is(value) : none;
}

function readName(name: string): ReadLiteral {
  if (name === "undefined" || name === "NaN" || name === "Infinity") return is(special(name));
  return none;
}

function readSigned(node: SyntaxNode, source: Source): ReadLiteral {
  const argument = childOf(node, "argument");
  const sign = childOf(node, "operator");
  if (argument === null || sign === null || textOf(sign, source) !== "-") return none;
  const read = readLiteral(argument, source);
  if (!read.isLiteral) return none;
  if (typeof read.value === "number") return is(read.value === 0 ? special("-0") : -read.value);
  return textOf(argument, source) === "Infinity" ? is(special("-Infinity")) : none;
}

function readList(nodes: readonly SyntaxNode[], source: Source): ReadLiteral {
  const values: ProbeValue[] = [];
  for (const node of nodes) {
    const read = readLiteral(node, source);
    if (!read.isLiteral) return none;
    values.push(read.value);
  }
  return is(values);
}

function readPairs(nodes: readonly SyntaxNode[], source: Source): ReadLiteral {
  const entries: [string, ProbeValue][] = [];
  for (const node of nodes) {
    const key = childOf(node, "key");
    const value = childOf(node, "value");
    if (node.type !== "pair" || key === null || value === null) return none;
    const name = key.type === "property_identifier" ? textOf(key, source) : readStringLiteral(key, source);
    const read = readLiteral(value, source);
    if (name === undefined || name === "__proto__" || !read.isLiteral) return none;
    entries.push([name, read.value]);
  }
  return is(Object.fromEntries(entries));
}
