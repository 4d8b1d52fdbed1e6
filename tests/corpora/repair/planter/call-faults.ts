import { childOf, namedChildrenOf } from "../../../../src/syntax/syntax-node.ts";
import { type FaultKind, replace } from "./fault.ts";

/** Methods that are taken for one another: the right one, then what is written instead. */
const confusions: readonly (readonly [right: string, wrong: string, kind: "call" | "api"])[] = [
  ["push", "unshift", "call"],
  ["unshift", "push", "call"],
  ["shift", "pop", "call"],
  ["pop", "shift", "call"],
  ["min", "max", "call"],
  ["max", "min", "call"],
  ["floor", "ceil", "call"],
  ["ceil", "floor", "call"],
  ["round", "floor", "call"],
  ["trunc", "floor", "call"],
  ["some", "every", "call"],
  ["every", "some", "call"],
  ["indexOf", "lastIndexOf", "call"],
  ["lastIndexOf", "indexOf", "call"],
  ["startsWith", "endsWith", "call"],
  ["endsWith", "startsWith", "call"],
  ["startsWith", "includes", "api"],
  ["toUpperCase", "toLowerCase", "call"],
  ["toLowerCase", "toUpperCase", "call"],
  ["padStart", "padEnd", "call"],
  ["padEnd", "padStart", "call"],
  ["trimEnd", "trimStart", "call"],
  ["keys", "values", "call"],
  ["values", "keys", "call"],
  ["find", "findLast", "call"],
  ["findIndex", "indexOf", "api"],
  ["slice", "splice", "api"],
  ["slice", "substr", "api"],
  ["splice", "slice", "api"],
  ["flatMap", "map", "api"],
  ["replaceAll", "replace", "api"],
  ["concat", "push", "api"],
  ["toSorted", "sort", "api"],
  ["toReversed", "reverse", "api"],
  ["parseInt", "parseFloat", "api"],
  ["matchAll", "match", "api"],
  ["allSettled", "all", "api"],
  ["test", "match", "api"],
  ["reduceRight", "reduce", "call"],
  ["charCodeAt", "charAt", "api"],
  ["isInteger", "isFinite", "api"],
];

/** Another method of the same kind of value. */
const methodFaults: FaultKind = ({ node, read }) => {
  if (node.type !== "call_expression") return [];
  const callee = childOf(node, "function");
  const name = callee?.type === "member_expression" ? childOf(callee, "property") : callee;
  if (name === null || name === undefined) return [];
  return confusions
    .filter(([right]) => right === read(name))
    .map(([right, wrong, kind]) => replace(kind, `${wrong} for ${right}`, name, wrong));
};

/** Arguments that are swapped, or forgotten. */
const argumentFaults: FaultKind = ({ node, read }) => {
  if (node.type !== "call_expression" && node.type !== "new_expression") return [];
  const list = childOf(node, "arguments");
  if (list === null) return [];
  const given = namedChildrenOf(list);
  const texts = given.map(read);
  const [a = "", b = "", ...rest] = texts;
  if (given.length === 0 || texts.some((text) => text.length > 60)) return [];
  const isSort = /[sS]ort(?:ed)?$/.test(read(childOf(node, "function")));
  const swapped = `(${[b, a, ...rest].join(", ")})`;
  const fewer = `(${texts.slice(0, -1).join(", ")})`;
  const kind = isSort ? "api" : "argument";
  return [
    ...(given.length >= 2 && !/=>/.test(a + b)
      ? [replace(kind, "arguments in another order", list, swapped)]
      : []),
    ...(given.length >= 2 || isSort ? [replace(kind, "the last argument is missing", list, fewer)] : []),
  ];
};

/** Steps of a chain that are forgotten: `.trim()`, `.slice(1)`, `Math.abs(…)`. */
const forgottenCallFaults: FaultKind = ({ node, read }) => {
  if (node.type !== "call_expression") return [];
  const callee = childOf(node, "function");
  if (callee?.type !== "member_expression") return [];
  const [object, property] = [childOf(callee, "object"), read(childOf(callee, "property"))];
  const [first] = namedChildrenOf(childOf(node, "arguments") ?? node);
  if (/^Math$/.test(read(object)) && first !== undefined && property !== "sqrt")
    return [replace("missing-normalisation", `Math.${property} is missing`, node, read(first))];
  if (
    !/^(?:trim\w*|to\w+Case|reverse|toReversed|sort|toSorted|slice|filter|flat|replace\w*|padStart)$/.test(
      property,
    )
  )
    return [];
  return [replace("missing-normalisation", `${property} is missing`, node, read(object))];
};

/** What is copied no longer, awaited no longer, asked for with no default. */
const wrapFaults: FaultKind = ({ node, read }) => {
  const text = read(node);
  if (node.type === "await_expression")
    return [replace("await", "await is missing", node, text.replace(/^await\s+/, ""))];
  if (node.type === "array" && /^\[\.\.\.[\w.]+\]$/.test(text))
    return [replace("aliasing", "a copy is not made", node, text.slice(4, -1))];
  if (node.type === "member_expression" && text.includes("?."))
    return [replace("null-check", "a check for nothing is missing", node, text.replace("?.", "."))];
  if (node.type === "spread_element" && node.parent?.type === "arguments")
    return [replace("api", "a list is given as one argument", node, text.slice(3))];
  return [];
};

/** Mistakes in what is called, and with what. */
export const callFaults: readonly FaultKind[] = [
  methodFaults,
  argumentFaults,
  forgottenCallFaults,
  wrapFaults,
];
