import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { bracketOperand } from "../bracket.ts";
import { isValue } from "../is-value.ts";
import { listLocals } from "../list-locals.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";

/** Operands that are tried at one place. */
const MAX_NAMES = 4;
const MAX_NUMBERS = 3;
const numericSigns: Readonly<Record<string, number>> = { "+": 1, "-": 0.8, "*": 0.7, "/": 0.4, "%": 0.4 };
const numberTypes = /^(?:number|integer|float|string)$/;
const calculating = new Set(["+", "-", "*", "/", "%", "//"]);

/** Mends a calculation or a text that lacks a part: `path + text` without the `hash`, `rest -= coin` for `count * coin`, seconds that are not made milliseconds. */
export const operandInsertion: Operator = {
  name: "operand-insertion",
  version: 1,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    const { source, names } = context;
    const place = weighPlace(node, source);
    if (place === 0) return;
    const type = names.typeOf(node);
    if (type !== "number" && type !== "string" && type !== "unknown") return;
    const value = textOf(node, source);
    for (const { code, weight, isText } of listOperands(node, type, context)) {
      const signs = isText ? { "+": 1 } : numericSigns;
      for (const [sign, likely] of Object.entries(signs)) {
        const total = place * weight * likely;
        if (total < 0.08) continue;
        const isSum = sign === "+" || sign === "-";
        const left = isSum && isLoose(node) ? value : bracketOperand(node, source);
        yield replaceNode(node, `${left} ${sign} ${code}`, source, { weight: total });
      }
    }
  },
};

/** Where a whole calculation stands: a result, an argument, a stored value, a side of a comparison; operands are parts of those. */
function weighPlace(node: SyntaxNode, source: Source): number {
  const { parent, field } = node;
  if (parent === null || !isValue(node) || node.type === "parenthesized_expression") return 0;
  if (
    /^(?:true|false|null|none|undefined|array|list|object|dictionary|tuple|list_comprehension)$/.test(
      node.type,
    )
  )
    return 0;
  if (parent.type === "return_statement" || (field === "body" && parent.type === "arrow_function"))
    return 0.9;
  if (field === "right" && /^augmented_/.test(parent.type)) return 1;
  if (field === "value" && /^(?:variable_declarator|pair)$/.test(parent.type)) return 0.5;
  if (field === "right" && /^assignment/.test(parent.type)) return 0.6;
  if (/^(?:array|list|tuple|expression_list|template_substitution|interpolation)$/.test(parent.type))
    return numberTypes.test(node.type) ? 0 : 0.4;
  const binary = readBinary(parent, source);
  if (binary !== null && /^(?:[<>]=?|[=!]==?)$/.test(binary.sign)) return node.type === "string" ? 0 : 0.45;
  if (binary !== null && calculating.has(binary.sign)) return 0.3;
  if (!/^argument/.test(parent.type) || parent.parent === null) return 0;
  return /^(?:floor|ceil|round|trunc|int|setTimeout|String|str|max|min|push|append|range|slice|abs)$/.test(
    readCall(parent.parent, source)?.name ?? "",
  )
    ? 0.6
    : 0.2;
}

/** A sum needs no brackets ahead of a plus, where it stands by itself. */
function isLoose(node: SyntaxNode): boolean {
  return (
    /^(?:binary_expression|binary_operator)$/.test(node.type) &&
    !/^(?:binary_|comparison_)/.test(node.parent?.type ?? "")
  );
}

function* listOperands(node: SyntaxNode, type: string, { source, names }: OperatorContext) {
  const value = textOf(node, source);
  const target = node.parent === null ? null : childOf(node.parent, "left");
  const isTaken = (name: string) =>
    new RegExp(`\\b${name.replaceAll("$", "\\$")}\\b`).test(value) ||
    (target !== null && textOf(target, source) === name);
  let left = MAX_NAMES;
  for (const { name, type: offered, isOwn, isUnread } of listLocals(node, names)) {
    if (left === 0 || isTaken(name)) continue;
    const isText = type === "string" || (type === "unknown" && offered === "string");
    if (
      isText
        ? offered !== "string" && offered !== "unknown"
        : offered !== "number" && !(offered === "unknown" && isUnread)
    )
      continue;
    left -= 1;
    yield { code: name, weight: isUnread ? 1 : isOwn ? 0.5 : 0.25, isText };
  }
  if (type === "string") return;
  const own = source.language === "python" ? "self" : "this";
  if (enclosing(node, functionTypes) !== null) {
    for (const member of names.membersOf(own).slice(0, 8)) {
      const code = `${own}.${member}`;
      if (/count|size|rate|offset|step|price|tax|scale|factor|base/i.test(member) && !value.includes(code))
        yield { code, weight: 0.4, isText: false };
    }
  }
  // Other units: the file's own large numbers, and a thousand.
  const units = names.numbers.filter(
    (number) => /^\d+$/.test(number) && Number(number) >= 10 && !value.includes(number),
  );
  for (const code of new Set([...units.slice(0, MAX_NUMBERS), "60", "100", "1000"])) {
    if (!value.includes(code)) yield { code, weight: units.includes(code) ? 0.5 : 0.2, isText: false };
  }
}
