import { textOf } from "../../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";
import type { CodeFacts, KnownValue } from "../code/code-facts.ts";
import { isLiteral, isSpelledOut } from "./is-spelled-out.ts";
import { flatten, type Literal, listLiterals, unpack } from "./literal.ts";
import type { SpecialCase } from "./special-case.ts";

/** Lists of one file that are paired with those behind them. */
const MAX_LISTS = 40;
const lists = /^(array|list|tuple)$/;
const entering = /^(set|put|add|insert|append|push|setdefault|__setitem__|define|register)$/i;

/**
 * Rows that lead from values to values: records, lists of pairs, two lists of one length, data in a text; those of
 * `isAsked` nodes. Pure.
 */
export function findTableRows(
  facts: CodeFacts,
  isAsked: (node: SyntaxNode) => boolean,
): readonly SpecialCase[] {
  const rows: SpecialCase[] = [];
  for (const node of walkTree(facts.source.root, (part) => !isAsked(part))) {
    if (/^call/.test(node.type)) rows.push(...readData(facts, node), ...readEntry(facts, node));
    else if (/^assignment/.test(node.type)) rows.push(...readKeyed(facts, node));
    else if (node.type === "pair")
      rows.push(...readRow(facts, node, childOf(node, "key"), childOf(node, "value")));
    else if (lists.test(node.type) && lists.test(node.parent?.type ?? "")) {
      const parts = namedChildrenOf(node);
      if (parts.length >= 2) rows.push(...readRow(facts, node, parts[0] ?? null, parts.at(-1) ?? null));
    }
  }
  return [...rows, ...readParallelLists(facts, isAsked)];
}

function readRow(
  facts: CodeFacts,
  node: SyntaxNode,
  key: SyntaxNode | null,
  value: SyntaxNode | null,
  table = node.parent === null ? "" : String(node.parent.start),
): readonly SpecialCase[] {
  if (key === null || value === null) return [];
  const inner = key.type === "computed_property_name" ? (namedChildrenOf(key)[0] ?? key) : key;
  const isName = key.type === "property_identifier";
  const folded = isName ? facts.source.text.slice(key.start, key.end) : facts.foldValue(inner);
  const asked =
    folded === undefined
      ? listLiterals(facts, inner)
      : ([folded].flatMap((one) => (Array.isArray(one) ? one : [one])).flat() as Literal[]);
  const answered = isLiteral(facts, value)
    ? listLiterals(facts, value)
    : /function|lambda/.test(value.type)
      ? listBody(facts, value)
      : [];
  if (asked.length === 0 || answered.length === 0) return [];
  return [{ node, asked: asked.flatMap(unpack), answered, form: "row", subject: table, isThrown: false }];
}

/** A row that is put into a table by a call: `known.set(key, value)`. */
function readEntry(facts: CodeFacts, node: SyntaxNode): readonly SpecialCase[] {
  const called = childOf(node, "function");
  const name = called && (childOf(called, "property") ?? childOf(called, "attribute"));
  const table = called && childOf(called, "object");
  if (!name || !table || !entering.test(textOf(name, facts.source))) return [];
  const given = namedChildrenOf(childOf(node, "arguments") ?? node);
  return given.length < 2
    ? []
    : readRow(facts, node, given[0] ?? null, given.at(-1) ?? null, textOf(table, facts.source));
}

/** A row that is put into a table by an assignment: `known[key] = value`. */
function readKeyed(facts: CodeFacts, node: SyntaxNode): readonly SpecialCase[] {
  const place = childOf(node, "left");
  if (place === null || !/^subscript/.test(place.type)) return [];
  const table = childOf(place, "object") ?? childOf(place, "value");
  const key = childOf(place, "index") ?? childOf(place, "subscript");
  return table === null ? [] : readRow(facts, node, key, childOf(node, "right"), textOf(table, facts.source));
}

function listBody(facts: CodeFacts, value: SyntaxNode): readonly Literal[] {
  const body = childOf(value, "body");
  return body === null ? [] : listLiterals(facts, body);
}

/** Rows of a table that is packed into a text. */
function readData(facts: CodeFacts, node: SyntaxNode): readonly SpecialCase[] {
  const value = facts.foldValue(node);
  if (!Array.isArray(value) || !value.every((row) => Array.isArray(row) && row.length >= 2)) return [];
  return value.map((row: readonly KnownValue[]) => ({
    node,
    asked: flatten(row.slice(0, -1)).flatMap(unpack),
    answered: flatten(row.slice(-1)),
    form: "row",
    subject: String(node.start),
    isThrown: false,
  }));
}

/** Two lists of one length, the second of which may answer the first. */
function readParallelLists(facts: CodeFacts, isAsked: (node: SyntaxNode) => boolean): readonly SpecialCase[] {
  const all = [...walkTree(facts.source.root)].filter(
    ({ type, parent }) =>
      /^(array|list|tuple)$/.test(type) && !/^(array|list|tuple|pair)$/.test(parent?.type ?? ""),
  );
  return all.slice(0, MAX_LISTS).flatMap((asking, at) =>
    all.slice(at + 1, at + 4).flatMap((answering) => {
      if (!isAsked(asking)) return [];
      const questions = namedChildrenOf(asking);
      const answers = namedChildrenOf(answering);
      if (questions.length < 2 || questions.length !== answers.length) return [];
      return questions.flatMap((question, index) => {
        const answer = answers[index];
        if (answer === undefined || !isSpelledOut(facts, question) || !isSpelledOut(facts, answer)) return [];
        const asked = listLiterals(facts, question).flatMap(unpack);
        const answered = listLiterals(facts, answer);
        const subject = `${asking.start}+${answering.start}`;
        return [{ node: asking, asked, answered, form: "row" as const, subject, isThrown: false }];
      });
    }),
  );
}
