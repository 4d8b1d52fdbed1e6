import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { enclosing, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import { lookUp } from "../look-up.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";
import { joinEdits } from "./join-edits.ts";

/** Repeats in one function that are changed together at most. */
const MAX_REPEATS = 6;
/** What each sign is mistaken for, in every place alike. */
const signs: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">"],
  "<=": ["<", ">="],
  ">": [">=", "<"],
  ">=": [">", "<="],
  "&&": ["||"],
  "||": ["&&"],
  and: ["or"],
  or: ["and"],
  "+": ["-"],
  "-": ["+"],
  "==": ["!="],
  "===": ["!=="],
};
const opposites: Readonly<Record<string, string>> = {
  left: "right",
  right: "left",
  first: "last",
  last: "first",
  min: "max",
  max: "min",
  push: "unshift",
  shift: "pop",
  x: "y",
  y: "x",
  width: "height",
  height: "width",
  start: "end",
  end: "start",
  row: "col",
  col: "row",
  floor: "ceil",
  ceil: "floor",
  keys: "values",
};
const operations = /^(?:binary_expression|binary_operator|comparison_operator|boolean_operator)$/;
const repeatsOf = rememberByNode(listRepeats);

/** Mends the same mistake made in several places of one function: a comparison, a name, a number, a property. */
export const repeatedEdit: Operator = {
  name: "repeated-edit",
  version: 1,
  prior: 0.25,
  languages,
  *find(node, context): Generator<TextEdit> {
    if (!functionTypes.has(node.type) && !isWide(node)) return;
    const share = functionTypes.has(node.type) ? 0.8 : 1;
    for (const [text, places] of repeatsOf(node, context.source)) {
      for (const { other, weight } of listOthers(text, places[0], context)) {
        const parts = places.map(({ start, end }) => ({ start, end, replacement: other }));
        const joined = joinEdits(parts, context.source);
        const summary = `${other} instead of ${text} in ${places.length} places`;
        if (joined !== null) yield { ...joined, summary, weight: weight * share };
      }
    }
  },
};

/** A statement whose parts may be wrong alike, so that a whole function is not changed for it. */
function isWide(node: SyntaxNode): boolean {
  return /^(?:if_statement|while_statement|for_statement|return_statement|expression_statement|lexical_declaration)$/.test(
    node.type,
  );
}

/** What stands twice or more in the node: its text, and where. Functions within are another's. */
function listRepeats(node: SyntaxNode, source: Source): ReadonlyMap<string, readonly SyntaxNode[]> {
  const isInner = (inner: SyntaxNode) =>
    inner !== node &&
    (functionTypes.has(inner.type) ||
      (isWide(node) && /block$|^else_clause$|^elif_clause$/.test(inner.type)));
  const found = new Map<string, SyntaxNode[]>();
  for (const inner of walkTree(node, isInner)) {
    const isSign = !inner.isNamed && inner.type in signs && operations.test(inner.parent?.type ?? "");
    if (!isSign && !/^(?:identifier|property_identifier|number|integer)$/.test(inner.type)) continue;
    if (
      inner.field === "name" ||
      inner.field === "key" ||
      /parameter|declarator/.test(inner.parent?.type ?? "")
    )
      continue;
    const text = textOf(inner, source);
    found.set(text, [...(found.get(text) ?? []), inner]);
  }
  return new Map([...found].filter(([, places]) => places.length > 1 && places.length <= MAX_REPEATS));
}

function listOthers(
  text: string,
  place: SyntaxNode | undefined,
  { names }: OperatorContext,
): readonly { readonly other: string; readonly weight: number }[] {
  if (place === undefined) return [];
  if (!place.isNamed)
    return (lookUp(signs, text) ?? []).map((other, at) => ({ other, weight: 1 / (1 + at) }));
  if (/^(?:number|integer)$/.test(place.type)) {
    const value = Number(text);
    if (!Number.isInteger(value)) return [];
    const near = [value + 1, value - 1]
      .filter((one) => one >= 0)
      .map((one) => ({ other: String(one), weight: 0.6 }));
    return near;
  }
  const isMember = place.field === "property" || place.field === "attribute";
  const opposite = lookUp(opposites, text);
  if (isMember) return opposite === undefined ? [] : [{ other: opposite, weight: 0.8 }];
  const own = names.inScope(place).find(({ name }) => name === text);
  if (own === undefined || own.kind === "function" || own.kind === "import") return [];
  const owner = enclosing(place, functionTypes);
  return names
    .inScope(place)
    .filter(
      ({ name, kind, node }) =>
        name !== text && kind === own.kind && enclosing(node, functionTypes) === owner,
    )
    .map(({ name }) => ({ other: name, weight: 0.3 + 0.5 * names.similarity(name, text) }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 4);
}
