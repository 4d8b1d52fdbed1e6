import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import { isFirstOnLine, readLayout } from "../statement/layout.ts";
import { listCopies } from "../statement/list-copies.ts";
import { isListed, placeBefore, placeBehind, statementsIn, writeIf } from "../statement/place-statement.ts";
import type { TextEdit } from "../text-edit.ts";
import { listConditions } from "./list-conditions.ts";
import { listUpdates } from "./list-updates.ts";
import { shareOf } from "./share-of.ts";
import { weighByRank } from "./weigh-by-rank.ts";

/** Statements, conditions, and pairs of them that are tried in one place. */
const MAX_STATEMENTS = 8;
const MAX_CONDITIONS = 12;
const MAX_PAIRS = 40;

/**
 * Mends a branch that is missing as a whole: `if (<condition>) <statement>`, with a small statement that notes something or
 * that the file has elsewhere. The widest of all, so it comes late.
 */
export const guardedStatement: Operator = {
  name: "guarded-statement",
  version: 1,
  prior: 0.15,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    const owner = enclosing(node, functionTypes);
    if (owner === null || !isListed(node) || !isFirstOnLine(node, context.source)) return;
    const { source } = context;
    const layout = readLayout(source);
    const isLast =
      statementsIn(node.parent ?? node).at(-1) === node &&
      !/^(?:return|break|continue|throw|raise)_/.test(node.type);
    for (const [at, { test, lines, weight }] of listBranches(node, context).entries()) {
      const share = weight * (0.3 + 0.7 * weighByRank(at));
      const summary = `${lines[0]} if ${test}`;
      const before = placeBefore(node, writeIf(test, lines, layout), source, layout);
      if (before !== null) yield { ...before, summary, weight: share };
      const behind = isLast ? placeBehind(node, writeIf(test, lines, layout), source, layout) : null;
      if (behind !== null) yield { ...behind, summary, weight: share };
    }
  },
};

type Branch = { readonly test: string; readonly lines: readonly string[]; readonly weight: number };

function listBranches(node: SyntaxNode, context: OperatorContext): readonly Branch[] {
  const layout = readLayout(context.source);
  const statements = [
    ...listUpdates(node, context).map(({ text, weight }) => ({
      lines: [`${text}${layout.end}`],
      weight,
    })),
    ...listCopies(node, context).filter(({ lines }) => lines.length === 1 && !/^if\b/.test(lines[0] ?? "")),
  ]
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MAX_STATEMENTS);
  const conditions = listConditions(node, context).slice(0, MAX_CONDITIONS * 4);
  const near = new Set(textOf(node, context.source).match(/[A-Za-z_$][\w$]*/g) ?? []);
  return statements
    .flatMap(({ lines, weight }) => {
      const named = new Set([...(lines[0]?.match(/[A-Za-z_$][\w$]*/g) ?? []), ...near]);
      // What a branch asks is mostly about what it does.
      return conditions
        .map((condition) => {
          const share = condition.terms.some((term) => named.has(term)) ? 1 : 0.5;
          return { test: condition.text, lines, weight: Math.min(1, weight * condition.weight * share) };
        })
        .toSorted((a, b) => b.weight - a.weight)
        .slice(0, MAX_CONDITIONS);
    })
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, shareOf(MAX_PAIRS, node));
}
