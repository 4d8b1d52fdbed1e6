import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";
import { findCondition } from "./find-condition.ts";
import { listConditions } from "./list-conditions.ts";
import { shareOf } from "./share-of.ts";
import { weighByRank } from "./weigh-by-rank.ts";

const MAX_CONDITIONS = 40;
const statements = new Set([
  "if_statement",
  "while_statement",
  "for_statement",
  "do_statement",
  "return_statement",
  "expression_statement",
  "lexical_declaration",
]);

/** Mends a condition that asks something else altogether: another small condition in its place. Often green for a bad reason, so it is tried late. */
export const conditionReplacement: Operator = {
  name: "condition-replacement",
  version: 1,
  prior: 0.18,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    const condition = findCondition(node, context.source);
    if (condition === null) return;
    const { source } = context;
    const own = textOf(condition, source);
    const ownNames = new Set(own.match(/[A-Za-z_$][\w$]*/g) ?? []);
    const place = enclosing(condition, statements) ?? node;
    const found = listConditions(place, context)
      .filter(({ text }) => text !== own)
      // What keeps a part of the old condition is less of a guess.
      .map((other) => ({
        ...other,
        weight: other.weight * (other.terms.some((term) => ownNames.has(term)) ? 1 : 0.5),
      }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, shareOf(MAX_CONDITIONS, place));
    for (const [at, { text, weight }] of found.entries()) {
      yield replaceNode(condition, text, source, {
        weight: (0.3 + 0.7 * weight) * weighByRank(at),
        summary: `ask ${text}`,
      });
    }
  },
};
