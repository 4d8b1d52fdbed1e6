import { type Source, textOf } from "../../syntax/source.ts";
import { enclosing, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { OperatorContext } from "../operator.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { functionTypes } from "../scope-types.ts";
import { type Shape, shapeOfValue } from "./guess-shapes.ts";
import { listLiterals } from "./list-literals.ts";
import { listTerms } from "./list-terms.ts";

/** Something that a function may give back. */
export type Result = { readonly text: string; readonly weight: number };

/** Results offered at one place. */
const MAX_RESULTS = 12;
const plain: Readonly<Record<string, readonly [script: string, python: string]>> = {
  number: ["0", "0"],
  string: ['""', '""'],
  boolean: ["false", "False"],
  list: ["[]", "[]"],
  map: ["new Map()", "{}"],
  set: ["new Set()", "set()"],
  object: ["{}", "{}"],
  unknown: ["null", "None"],
};
const returnsOf = rememberByNode(listReturns);

/**
 * What a statement at this node could return, the likeliest first: what the failing tests expect, what the function
 * returns elsewhere, its parameters and variables, and the empty value of the kind that it returns. Pure.
 */
export function listResults(node: SyntaxNode, context: OperatorContext): readonly Result[] {
  const { source } = context;
  const isPython = source.language === "python";
  const owner = enclosing(node, functionTypes);
  if (owner === null) return [];
  const returns = returnsOf(owner);
  const shapes = new Set(returns.map((value) => shapeOfValue(value, source)));
  const weights = new Map<string, number>();
  const offer = (text: string, weight: number) => weights.set(text, Math.max(weight, weights.get(text) ?? 0));
  for (const text of listLiterals(context).expected) offer(text, 1);
  for (const value of returns) {
    if (isSmall(value, source)) offer(textOf(value, source), isLiteral(value) ? 0.8 : 0.6);
  }
  for (const { text, weight, kind } of listTerms(node, context)) {
    if (kind === "parameter" || kind === "variable") offer(text, weight * 0.7);
  }
  for (const [shape, texts] of Object.entries(plain)) {
    offer(texts[isPython ? 1 : 0], weighPlain(shape as Shape, shapes));
  }
  offer(isPython ? "True" : "true", shapes.has("boolean") ? 0.9 : 0.15);
  offer("1", shapes.has("number") ? 0.6 : 0.2);
  offer("-1", shapes.has("number") ? 0.4 : 0.15);
  if (!isPython) offer("undefined", 0.3);
  return [...weights]
    .map(([text, weight]) => ({ text, weight }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_RESULTS);
}

function weighPlain(shape: Shape, returned: ReadonlySet<Shape>): number {
  if (returned.has(shape)) return shape === "unknown" ? 0.5 : 0.85;
  return shape === "unknown" || shape === "number" ? 0.4 : 0.25;
}

/** The values that the function returns itself, without those of functions in it. */
function listReturns(owner: SyntaxNode): readonly SyntaxNode[] {
  const inner = (node: SyntaxNode) => node !== owner && functionTypes.has(node.type);
  return [...walkTree(owner, inner)].flatMap((node) =>
    node.type === "return_statement" ? namedChildrenOf(node).slice(0, 1) : [],
  );
}

const isLiteral = ({ type }: SyntaxNode) =>
  /^(?:number|integer|float|string|true|false|null|none|undefined|array|list|object|dictionary)$/.test(type);

function isSmall(value: SyntaxNode, source: Source): boolean {
  return value.line === value.endLine && textOf(value, source).length <= 24;
}
