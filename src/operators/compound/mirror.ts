import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";
import { joinEdits } from "./join-edits.ts";

const exchangeable = /^(?:identifier|property_identifier)$/;

/**
 * Mends two things that stand in each other's place: two names or properties of one statement that are exchanged wherever
 * they stand, the same two arguments in all calls of a function, the bodies of `if` and `else`.
 */
export const mirror: Operator = {
  name: "mirror",
  version: 1,
  prior: 0.3,
  languages,
  *find(node, { source }): Generator<TextEdit> {
    if (
      /^(?:expression_statement|return_statement|lexical_declaration|if_statement|while_statement|variable_declaration)$/.test(
        node.type,
      )
    )
      yield* exchangeNames(node, source);
    if (functionTypes.has(node.type)) yield* exchangeArguments(node, source);
    if (node.type === "if_statement") yield* exchangeBranches(node, source);
  },
};

function* exchangeNames(statement: SyntaxNode, source: Source): Generator<TextEdit> {
  const places = new Map<string, SyntaxNode[]>();
  const isInner = (node: SyntaxNode) =>
    node !== statement && (/block$|_clause$/.test(node.type) || functionTypes.has(node.type));
  for (const node of walkTree(statement, isInner)) {
    if (!exchangeable.test(node.type) || node.field === "function" || node.field === "name") continue;
    const key = `${node.type} ${textOf(node, source)}`;
    places.set(key, [...(places.get(key) ?? []), node]);
  }
  const all = [...places].slice(0, 8);
  for (const [at, [one, first]] of all.entries()) {
    for (const [other, second] of all.slice(at + 1)) {
      // Two in one place each are exchanged by simpler operators.
      if (one.split(" ")[0] !== other.split(" ")[0] || first.length + second.length < 3) continue;
      const [a = "", b = ""] = [one, other].map((key) => key.split(" ")[1] ?? "");
      const parts = [
        ...first.map(({ start, end }) => ({ start, end, replacement: b })),
        ...second.map(({ start, end }) => ({ start, end, replacement: a })),
      ];
      const joined = joinEdits(parts, source);
      if (joined !== null) yield { ...joined, summary: `exchange ${a} and ${b}`, weight: 0.5 };
    }
  }
}

function* exchangeArguments(owner: SyntaxNode, source: Source): Generator<TextEdit> {
  const calls = new Map<string, SyntaxNode[]>();
  for (const node of walkTree(owner)) {
    const callee = childOf(node, "function");
    const list = childOf(node, "arguments");
    if (callee === null || list === null || namedChildrenOf(list).length < 2) continue;
    calls.set(textOf(callee, source), [...(calls.get(textOf(callee, source)) ?? []), list]);
  }
  for (const [callee, lists] of calls) {
    if (lists.length < 2) continue;
    const parts = lists.flatMap((list) => {
      const [a, b] = namedChildrenOf(list);
      if (a === undefined || b === undefined) return [];
      return [
        { start: a.start, end: a.end, replacement: textOf(b, source) },
        { start: b.start, end: b.end, replacement: textOf(a, source) },
      ];
    });
    const joined = joinEdits(parts, source);
    const summary = `exchange the arguments of every ${callee}`;
    if (joined !== null) yield { ...joined, summary, weight: 0.7 };
  }
}

function* exchangeBranches(node: SyntaxNode, source: Source): Generator<TextEdit> {
  const then = childOf(node, "consequence");
  const clause = node.children.find(({ type }) => type === "else_clause");
  const otherwise =
    clause === undefined ? undefined : (childOf(clause, "body") ?? namedChildrenOf(clause)[0]);
  if (then === null || otherwise === undefined || otherwise.type !== then.type) return;
  const parts = [
    { start: then.start, end: then.end, replacement: textOf(otherwise, source) },
    { start: otherwise.start, end: otherwise.end, replacement: textOf(then, source) },
  ];
  const joined = joinEdits(parts, source);
  if (joined !== null) yield { ...joined, summary: "exchange the branches", weight: 0.4 };
}
