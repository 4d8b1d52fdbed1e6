import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import { listConditions } from "../synthesis/list-conditions.ts";
import { listResults } from "../synthesis/list-results.ts";
import { listThrows } from "../synthesis/list-throws.ts";
import { shareOf } from "../synthesis/share-of.ts";
import { weighByRank } from "../synthesis/weigh-by-rank.ts";
import type { TextEdit } from "../text-edit.ts";
import { isFirstOnLine, readLayout } from "./layout.ts";
import { isListed, placeBefore, statementsIn, writeIf } from "./place-statement.ts";

/** Exits tried ahead of one statement. */
const MAX_EXITS = 40;

/**
 * Mends a function that goes on where it knows enough: `if (<condition>) return <result>`, or a refusal, between two of
 * its statements, about what the statement ahead has just found out or the one behind is about to use.
 */
export const earlyExit: Operator = {
  name: "early-exit",
  version: 1,
  prior: 0.25,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    if (!isListed(node) || enclosing(node, functionTypes) === null || !isFirstOnLine(node, context.source))
      return;
    const siblings = statementsIn(node.parent ?? node);
    const ahead = siblings[siblings.indexOf(node) - 1];
    // Ahead of the first statement of all, a guard is another operator's.
    if (ahead === undefined && functionTypes.has(node.parent?.parent?.type ?? "")) return;
    const layout = readLayout(context.source);
    for (const [at, { test, action, weight }] of listExits(node, ahead, context).entries()) {
      const placed = placeBefore(node, writeIf(test, [action], layout), context.source, layout);
      const share = (0.3 + 0.7 * weight) * weighByRank(at);
      if (placed !== null) yield { ...placed, summary: `${action} when ${test}`, weight: share };
    }
  },
};

type Exit = { readonly test: string; readonly action: string; readonly weight: number };

function listExits(
  node: SyntaxNode,
  ahead: SyntaxNode | undefined,
  context: OperatorContext,
): readonly Exit[] {
  const { source } = context;
  const { end } = readLayout(source);
  const near = new Set(
    `${ahead === undefined ? "" : textOf(ahead, source)} ${textOf(node, source)}`.match(
      /[A-Za-z_$][\w$]*/g,
    ) ?? [],
  );
  const conditions = listConditions(node, context, { preferred: "special" })
    .map(({ text, terms, weight }) => ({
      text,
      weight: weight * (terms.every((term) => near.has(term)) ? 1 : 0.5),
    }))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 14);
  const actions = [
    ...listResults(node, context)
      .slice(0, 5)
      .map(({ text, weight }) => ({ text: `return ${text}${end}`, weight })),
    ...listThrows(context).slice(0, 2),
  ];
  return conditions
    .flatMap(({ text, weight }) =>
      actions.map((action) => ({ test: text, action: action.text, weight: weight * action.weight })),
    )
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, shareOf(MAX_EXITS, node));
}
