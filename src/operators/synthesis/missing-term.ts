import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";
import { shapeOfValue } from "./guess-shapes.ts";
import { listTerms } from "./list-terms.ts";
import { shareOf } from "./share-of.ts";
import { weighByRank } from "./weigh-by-rank.ts";

/** Calculations tried at one value. */
const MAX_CALCULATIONS = 40;
const valued =
  /^(?:identifier|binary_expression|binary_operator|call_expression|call|member_expression|attribute|subscript|subscript_expression|parenthesized_expression|template_string|string)$/;
const bounding = ["Math.min", "Math.max"] as const;

/**
 * Mends a calculation that forgets a part: a number in scope or of the file added, taken off, multiplied, divided by, or
 * a bound that the value has to keep (`Math.min(limit, …)`).
 */
export const missingTerm: Operator = {
  name: "missing-term",
  version: 1,
  prior: 0.3,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    const place = weighPlace(node, context);
    if (place === 0 || enclosing(node, functionTypes) === null) return;
    const found = listCalculations(node, context).toSorted((a, b) => b.weight - a.weight);
    for (const [at, { text, weight }] of found.slice(0, shareOf(MAX_CALCULATIONS, node)).entries())
      yield replaceNode(node, text, context.source, {
        weight: place * (0.3 + 0.7 * weight) * weighByRank(at),
      });
  },
};

/** Where numbers and texts are calculated, handed on or kept. */
function weighPlace(node: SyntaxNode, { source, names }: OperatorContext): number {
  const { parent, field } = node;
  if (
    parent === null ||
    !valued.test(node.type) ||
    field === "function" ||
    (field === "left" && !/^binary/.test(parent.type))
  )
    return 0;
  if (/pattern|parameter|import|export/.test(parent.type)) return 0;
  const type = names.typeOf(node);
  if (type !== "number" && type !== "string" && type !== "unknown") return 0;
  if (shapeOfValue(node, source) === "boolean") return 0;
  const share = type === "unknown" ? 0.6 : 1;
  if (/^binary_/.test(parent.type)) return weighOperand(node, parent, source) * share;
  if (parent.type === "comparison_operator") return 0.7 * share;
  if (parent.type === "return_statement") return 0.9 * share;
  if (field === "right" && /assignment/.test(parent.type)) return 0.9 * share;
  if (field === "value" && /^(?:variable_declarator|pair|keyword_argument)$/.test(parent.type))
    return 0.7 * share;
  if (field === "body" && parent.type === "arrow_function") return 0.7 * share;
  if (field === "index" || field === "subscript") return 0.7 * share;
  if (parent.type === "arguments" || parent.type === "argument_list") return 0.5 * share;
  return field === "consequence" || field === "alternative" || parent.type === "conditional_expression"
    ? 0.5 * share
    : 0;
}

/** Sides of a comparison; of a sum the whole is enough. */
function weighOperand(node: SyntaxNode, parent: SyntaxNode, source: OperatorContext["source"]): number {
  const sign = childOf(parent, "operator");
  const text = sign === null ? "" : textOf(sign, source);
  if (/^(?:<|<=|>|>=|===|==|!==|!=)$/.test(text)) return 0.7;
  return /^[+\-*/%]$/.test(text) && node.type !== parent.type ? 0.35 : 0;
}

type Calculation = { readonly text: string; readonly weight: number };

function listCalculations(node: SyntaxNode, context: OperatorContext): readonly Calculation[] {
  const { source, names } = context;
  const isPython = source.language === "python";
  const own = textOf(node, source);
  const isText = names.typeOf(node) === "string";
  const isLoose = /^(?:binary|conditional|ternary|boolean)/.test(node.type);
  const tight = isLoose ? `(${own})` : own;
  const terms = listTerms(node, context)
    .filter(
      ({ text, shape }) =>
        !own.includes(text) && (shape === "unknown" || shape === (isText ? "string" : "number")),
    )
    .map(({ text, shape, weight }) => ({ text, weight: weight * (shape === "unknown" ? 0.6 : 1) }));
  if (isText)
    return terms.flatMap(({ text, weight }) => [
      { text: `${own} + ${text}`, weight },
      { text: `${text} + ${own}`, weight: weight * 0.8 },
    ]);
  const [dividend, divisor] = [childOf(node, "left"), childOf(node, "right")];
  const isWhole = node.children.some(({ type }) => type === "//") && dividend !== null && divisor !== null;
  const upwards = isWhole
    ? `(${textOf(dividend, source)} + ${textOf(divisor, source)} - 1) // ${textOf(divisor, source)}`
    : null;
  const numbers = names.numbers.filter((number) => number !== "0").slice(0, 6);
  const bounds = isPython ? (["min", "max"] as const) : bounding;
  return [
    ...(upwards === null ? [] : [{ text: upwards, weight: 1 }]),
    ...[...terms, ...numbers.map((text) => ({ text, weight: text === "1" ? 0.8 : 0.45 }))].flatMap(
      ({ text, weight }) => [
        { text: `${own} + ${text}`, weight },
        { text: `${own} - ${text}`, weight: weight * 0.95 },
        ...(text === "1"
          ? []
          : [
              { text: `${tight} * ${text}`, weight: weight * 0.8 },
              { text: `${tight} / ${text}`, weight: weight * 0.6 },
              { text: `${tight} % ${text}`, weight: weight * 0.6 },
              { text: `${text} - ${tight}`, weight: weight * 0.4 },
            ]),
        ...(isPython && text !== "1" ? [{ text: `${tight} // ${text}`, weight: weight * 0.6 }] : []),
      ],
    ),
    ...terms.flatMap(({ text, weight }) =>
      bounds.flatMap((bound) => [
        { text: `${bound}(${text}, ${own})`, weight: weight * 0.7 },
        { text: `${bound}(${text} - 1, ${own})`, weight: weight * 0.3 },
      ]),
    ),
    ...bounds.slice(1).map((bound) => ({ text: `${bound}(0, ${own})`, weight: 0.5 })),
  ];
}
