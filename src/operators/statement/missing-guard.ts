import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import { listConditions } from "../synthesis/list-conditions.ts";
import { listResults } from "../synthesis/list-results.ts";
import { listThrows } from "../synthesis/list-throws.ts";
import { weighByRank } from "../synthesis/weigh-by-rank.ts";
import type { TextEdit } from "../text-edit.ts";
import { readLayout } from "./layout.ts";
import { placeBefore, writeIf } from "./place-statement.ts";

/** Guards tried for one function. */
const MAX_GUARDS = 150;

/**
 * Mends a function that lacks a guard: `if (<condition>) return <result>` or a refusal ahead of its first statement, as
 * for an empty list, a number below zero, a key that is not there, or where a recursion has to end.
 */
export const missingGuard: Operator = {
  name: "missing-guard",
  version: 2,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    if (!isFirstOfFunction(node)) return;
    for (const [at, { test, action, summary }] of listGuards(node, context).entries()) {
      const layout = readLayout(context.source);
      const placed = placeBefore(node, writeIf(test, [action], layout), context.source, layout);
      if (placed !== null) yield { ...placed, summary, weight: weighByRank(at) };
    }
  },
};

type Guard = {
  readonly test: string;
  readonly action: string;
  readonly summary: string;
  readonly weight: number;
};

function listGuards(node: SyntaxNode, context: OperatorContext): readonly Guard[] {
  const { end } = readLayout(context.source);
  const conditions = listConditions(node, context, { preferred: "special" }).slice(0, 40);
  // A constructor gives back nothing.
  const results = isOfConstructor(node, context.source) ? [] : listResults(node, context);
  const throws = listThrows(context);
  return conditions
    .flatMap((condition) => [
      ...results.map(({ text, weight }) => ({
        test: condition.text,
        action: `return ${text}${end}`,
        summary: `return ${text} when ${condition.text}`,
        weight: condition.weight * weight,
      })),
      ...throws.map(({ text, weight }) => ({
        test: condition.text,
        action: text,
        summary: `refuse when ${condition.text}`,
        weight: condition.weight * weight,
      })),
    ])
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_GUARDS);
}

function isOfConstructor(node: SyntaxNode, source: OperatorContext["source"]): boolean {
  const name = childOf(node.parent?.parent ?? node, "name");
  return name !== null && /^(?:constructor|__init__)$/.test(textOf(name, source));
}

/** A docstring and directives come before it. */
function isFirstOfFunction(node: SyntaxNode): boolean {
  const body = node.parent;
  const owner = body?.parent ?? null;
  if (body === null || owner === null || !functionTypes.has(owner.type)) return false;
  if (childOf(owner, "body") !== body || !/block$/.test(body.type)) return false;
  const first = namedChildrenOf(body).find((statement) => namedChildrenOf(statement)[0]?.type !== "string");
  return first === node;
}
