import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";
import { findCondition } from "./find-condition.ts";
import { listConditions } from "./list-conditions.ts";
import { shareOf } from "./share-of.ts";
import { weighByRank } from "./weigh-by-rank.ts";

/** Terms tried at one condition with "and", and as many with "or". */
const MAX_TERMS = 70;
const statements = new Set([
  "if_statement",
  "while_statement",
  "for_statement",
  "do_statement",
  "return_statement",
  "expression_statement",
  "lexical_declaration",
]);

/** Mends a condition that forgets a case: adds a term that narrows it (`a && b`) or widens it (`a || b`). */
export const conditionTerm: Operator = {
  name: "condition-term",
  version: 1,
  prior: 0.35,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    const condition = findCondition(node, context.source);
    if (condition === null) return;
    const { source } = context;
    const isPython = source.language === "python";
    const place = enclosing(condition, statements) ?? node;
    const own = textOf(condition, source);
    const parts = new Set([own, ...own.split(/ (?:&&|\|\||and|or) /)]);
    for (const preferred of ["usual", "special"] as const) {
      const isNarrower = preferred === "usual";
      const sign = isNarrower ? (isPython ? "and" : "&&") : isPython ? "or" : "||";
      const found = listConditions(place, context, { preferred, isNarrowing: isNarrower }).filter(
        ({ text }) => !parts.has(text),
      );
      for (const [at, { text, terms, weight }] of found.slice(0, shareOf(MAX_TERMS, place)).entries()) {
        const share = weight * (0.5 + 0.5 * weighByRank(at));
        const replacement = `${bracket(condition, sign, source)} ${sign} ${text}`;
        const summary = `${isNarrower ? "narrow" : "widen"} the condition with ${text}`;
        yield replaceNode(condition, replacement, source, { weight: share, summary });
        if (!isNarrower || !canFail(condition, source) || !terms.some((term) => own.includes(term))) continue;
        // A guard has to come before what it guards.
        const guarded = `${text} ${sign} ${bracket(condition, sign, source)}`;
        yield replaceNode(condition, guarded, source, {
          weight: share * 0.8,
          summary: `look at ${text} first`,
        });
      }
    }
  },
};

/** Brackets around what binds looser than the sign. */
function bracket(condition: SyntaxNode, sign: string, source: Source): string {
  const text = textOf(condition, source);
  const isLoose = /^(?:ternary|conditional|assignment|named|arrow|lambda)/.test(condition.type);
  const inner = childOf(condition, "operator");
  const own = inner === null ? "" : textOf(inner, source);
  const isOther = /^(?:\|\||or|\?\?)$/.test(own) && sign !== own;
  const isMixed = /^(?:&&|and)$/.test(own) && /^(?:\|\|)$/.test(sign);
  return isLoose || isOther || isMixed ? `(${text})` : text;
}

/** Whether the condition reads into something that may be missing. */
function canFail(condition: SyntaxNode, source: Source): boolean {
  return /[.[]/.test(textOf(condition, source));
}
