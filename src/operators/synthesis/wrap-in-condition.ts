import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { excerpt } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import { indentOf, isFirstOnLine, linesOf, readLayout } from "../statement/layout.ts";
import { isListed, writeIf } from "../statement/place-statement.ts";
import type { TextEdit } from "../text-edit.ts";
import { listConditions } from "./list-conditions.ts";
import { shareOf } from "./share-of.ts";
import { weighByRank } from "./weigh-by-rank.ts";

const MAX_CONDITIONS = 40;
const wrapped =
  /^(?:expression_statement|return_statement|break_statement|continue_statement|throw_statement|raise_statement)$/;

/** Mends a statement that is done always and should be done only if: wraps it in a small condition. */
export const wrapInCondition: Operator = {
  name: "wrap-in-condition",
  version: 1,
  prior: 0.25,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    const { source } = context;
    if (!wrapped.test(node.type) || !isListed(node) || enclosing(node, functionTypes) === null) return;
    const layout = readLayout(source);
    if (!isFirstOnLine(node, source)) return;
    const lines = linesOf(node, source);
    if (lines === null) return;
    const indent = indentOf(node, source);
    const what = excerpt(textOf(node, source));
    const own = new Set(textOf(node, source).match(/[A-Za-z_$][\w$]*/g) ?? []);
    // Leaving is for special values, everything else for usual ones.
    const isExit = node.type !== "expression_statement";
    const found = listConditions(node, context, {
      preferred: isExit ? "special" : "usual",
      isNarrowing: true,
    })
      // What a statement needs is mostly about what it names.
      .map((condition) => ({ ...condition, weight: condition.weight * nameShare(condition.terms, own) }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, shareOf(MAX_CONDITIONS, node));
    for (const [at, { text, weight }] of found.entries()) {
      const replacement = writeIf(text, lines, layout).join(`${layout.newline}${indent}`);
      const share = (0.4 + 0.6 * Math.min(1, weight)) * weighByRank(at);
      yield {
        start: node.start,
        end: node.end,
        replacement,
        summary: `${what} only if ${text}`,
        weight: share,
      };
    }
  },
};

function nameShare(terms: readonly string[], own: ReadonlySet<string>): number {
  const named = terms.filter((term) => own.has(term)).length;
  return named === terms.length ? (named > 1 ? 1.6 : 1) : 0.5;
}
