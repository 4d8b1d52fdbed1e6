import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { bracketOperand } from "../bracket.ts";
import { isValue } from "../is-value.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { SimpleType } from "../simple-type.ts";
import type { TextEdit } from "../text-edit.ts";

const scriptDefaults: readonly (readonly [SimpleType, string])[] = [
  ["number", "0"],
  ["array", "[]"],
  ["string", '""'],
  ["object", "{}"],
  ["null", "null"],
  ["number", "1"],
];
const pythonDefaults: readonly (readonly [SimpleType, string])[] = [
  ["number", "0"],
  ["array", "[]"],
  ["string", '""'],
  ["dict", "{}"],
  ["null", "None"],
  ["number", "1"],
];
/** Lookups that may find nothing. */
const finding = /^(?:get|find|match|pop|shift|at|exec|getItem)$/;
const numeric = /^(?:[-+*/%]|\*\*|[<>]=?)$/;

/** Mends a value that may be missing and lacks a fallback, `counts[key] ?? 0`, `d.get(k, 0)`, or has the wrong one. */
export const fallbackValue: Operator = {
  name: "fallback-value",
  version: 1,
  prior: 0.5,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    yield* replaceFallback(node, context);
    const likely = isValue(node) ? weighSource(node, context) : 0;
    if (likely === 0) return;
    const { source } = context;
    const wanted = guessWanted(node, source);
    const defaults = source.language === "python" ? pythonDefaults : scriptDefaults;
    for (const [type, code] of defaults) {
      const weight =
        likely * (type === wanted && code !== "1" ? 1 : wanted === "unknown" && code !== "1" ? 0.5 : 0.2);
      if (weight >= 0.1) yield* addFallback(node, code, weight, source);
    }
  },
};

/** How likely nothing is there: a lookup, a parameter or a member. */
function weighSource(node: SyntaxNode, { source, names, values }: OperatorContext): number {
  const seen = values?.(node) ?? [];
  if (seen.some(({ type }) => /^(?:null|undefined|NoneType)$/.test(type))) return 1;
  if (seen.length > 0) return 0;
  if (node.parent !== null && /^(?:\?\?|\|\||or)$/.test(readBinary(node.parent, source)?.sign ?? ""))
    return 0;
  if (node.type === "subscript_expression" || node.type === "subscript") {
    return childOf(node, "subscript")?.type === "slice" ? 0 : 0.6;
  }
  const call = readCall(node, source);
  if (call !== null) return call.object !== null && finding.test(call.name) ? 0.7 : 0;
  if (node.type === "identifier") {
    return names.declarationOf(textOf(node, source), node)?.kind === "parameter" ? 0.2 : 0;
  }
  return node.type === "member_expression" && childOf(node, "optional_chain") !== null ? 0.6 : 0;
}

/** What the place needs: an operand a number, a loop a list. */
function guessWanted(node: SyntaxNode, source: Source): SimpleType {
  const { parent } = node;
  if (parent === null) return "unknown";
  if (/^for_/.test(parent.type) || parent.type === "spread_element") return "array";
  return numeric.test(readBinary(parent, source)?.sign ?? "") ? "number" : "unknown";
}

function* addFallback(node: SyntaxNode, code: string, weight: number, source: Source): Generator<TextEdit> {
  const text = bracketOperand(node, source);
  const isBare =
    node.parent !== null &&
    /^(?:return_statement|variable_declarator|assignment|assignment_expression|arguments|argument_list|pair|arrow_function)$/.test(
      node.parent.type,
    );
  const wrap = (expression: string) => (isBare ? expression : `(${expression})`);
  const summary = `fall back to ${code}`;
  if (source.language !== "python") {
    yield replaceNode(node, wrap(`${text} ?? ${code}`), source, { weight, summary });
    yield replaceNode(node, wrap(`${text} || ${code}`), source, { weight: weight / 2, summary });
    return;
  }
  const [object, key] = [childOf(node, "value"), childOf(node, "subscript")];
  if (node.type === "subscript" && object !== null && key !== null) {
    yield replaceNode(node, `${textOf(object, source)}.get(${textOf(key, source)}, ${code})`, source, {
      weight,
      summary,
    });
  }
  const call = readCall(node, source);
  if (call?.name === "get" && call.values.length === 1) {
    const at = call.list.end - 1;
    yield { start: at, end: at, replacement: `, ${code}`, summary, weight };
  }
  yield replaceNode(node, wrap(`${text} or ${code}`), source, { weight: weight / 3, summary });
}

function* replaceFallback(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const isPython = source.language === "python";
  const sign = readBinary(node, source)?.sign ?? "";
  const call = readCall(node, source);
  const isGet = isPython && call?.name === "get" && call.values.length === 2;
  const current = isGet
    ? call.values[1]
    : /^(?:\?\?|\|\||or)$/.test(sign)
      ? readBinary(node, source)?.right
      : undefined;
  if (current === undefined || current.end - current.start > 12) return;
  for (const [, code] of isPython ? pythonDefaults : scriptDefaults) {
    yield replaceNode(current, code, source, { weight: 0.4, summary: `fall back to ${code}` });
  }
}
