import { languages } from "../../syntax/language.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import { bracketOperand } from "../bracket.ts";
import { isValue } from "../is-value.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readAnnotation } from "../read-annotation.ts";
import { replaceNode } from "../replace-node.ts";
import type { SimpleType } from "../simple-type.ts";
import type { TextEdit } from "../text-edit.ts";
import { readMismatch } from "./read-mismatch.ts";

/** How a value of any type becomes one of the type that is wanted; `$` is the value. */
const scriptWays: Readonly<Partial<Record<SimpleType, readonly string[]>>> = {
  number: ["Number($)", "$.length", "Number.parseInt($, 10)"],
  string: ["String($)", "$.toString()", '$.join("")', "$.name"],
  boolean: ["Boolean($)", "$ !== undefined", "$.length > 0"],
  array: ["[$]", "[...$]", "Array.from($)", "Object.values($)", "Object.keys($)"],
  promise: ["Promise.resolve($)"],
  date: ["new Date($)"],
  set: ["new Set($)"],
  map: ["new Map($)", "new Map(Object.entries($))"],
  function: ["() => $"],
  null: ["null", "undefined"],
};
const pythonWays: typeof scriptWays = {
  number: ["int($)", "float($)", "len($)"],
  string: ["str($)", '"".join($)', "repr($)"],
  boolean: ["bool($)", "$ is not None"],
  array: ["list($)", "[$]", "tuple($)", "sorted($)"],
  dict: ["dict($)"],
  set: ["set($)"],
  function: ["lambda: $"],
};

/** Mends a value of another type than the compiler wants, by the message's two types: a conversion, the element of a list, what a promise gives. */
export const wrongType: Operator = {
  name: "wrong-type",
  version: 1,
  prior: 0.9,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    if (!isValue(node) || !isPlace(node)) return;
    for (const { line, rule, message } of context.findings ?? []) {
      const mismatch = line === node.line ? readMismatch(rule, message) : null;
      if (mismatch !== null) yield* convert(node, mismatch, context);
    }
  },
};

/** Where a checker compares types: what is given, returned, stored or passed. */
function isPlace({ parent, field }: SyntaxNode): boolean {
  if (parent === null) return false;
  if (
    /^(?:return_statement|arguments|argument_list|array|list|keyword_argument|pair|arrow_function)$/.test(
      parent.type,
    )
  )
    return true;
  return field === "right" || (field === "value" && parent.type !== "subscript");
}

function* convert(
  node: SyntaxNode,
  { got, wanted }: { readonly got: string; readonly wanted: string },
  { source }: OperatorContext,
): Generator<TextEdit> {
  const value = bracketOperand(node, source);
  const isPython = source.language === "python";
  const offer = (code: string, weight: number) => replaceNode(node, code, source, { weight });
  const type = readAnnotation(wanted);
  if (/^(?:Promise|Coroutine|Awaitable)\b/.test(got)) yield offer(`await ${value}`, 1);
  const isOptional = /\b(?:undefined|null|None)\b/.test(got) && !/\b(?:undefined|null|None)\b/.test(wanted);
  if (isOptional) {
    const defaults =
      type === "number"
        ? ["0"]
        : type === "string"
          ? ['""']
          : type === "array"
            ? ["[]"]
            : type === "boolean"
              ? [isPython ? "False" : "false"]
              : ['""', "0", "[]"];
    for (const code of defaults) yield offer(isPython ? `${value} or ${code}` : `${value} ?? ${code}`, 0.9);
    if (!isPython && source.language !== "javascript") yield offer(`${value}!`, 0.3);
  }
  for (const [at, way] of ((isPython ? pythonWays : scriptWays)[type] ?? []).entries()) {
    yield offer(
      way.replaceAll("$", () => value),
      at === 0 ? 0.8 : 0.5,
    );
  }
  if (readAnnotation(got) === "array" && type !== "array") yield offer(`${value}[0]`, 0.5);
  if (readAnnotation(got) === "function") yield offer(`${value}()`, 0.7);
}
