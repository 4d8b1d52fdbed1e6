import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, enclosing, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";

/** Parameters that are guarded: the first ones are the likeliest to be missing or empty. */
const MAX_PARAMETERS = 2;
const scriptTests = (name: string) => [`${name} == null`, `!${name}`, `${name}.length === 0`];
const pythonTests = (name: string) => [`${name} is None`, `not ${name}`];
const scriptResults = ["null", "[]", "0", '""', "false", "{}", "undefined"];
const pythonResults = ["None", "[]", "0", '""', "False", "{}"];

/** Mends a function that lacks a guard for a missing or empty argument, and a missing `?.` on one that may be null. */
export const missingGuard: Operator = {
  name: "missing-guard",
  version: 1,
  prior: 0.25,
  languages,
  *find(node, { source, names }) {
    if (node.type === "member_expression" && childOf(node, "optional_chain") === null) {
      yield* chainOptionally(node, source);
    }
    const body = node.parent;
    const owner = body?.parent ?? null;
    if (body === null || owner === null || !functionTypes.has(owner.type) || !/block$/.test(body.type))
      return;
    if (namedChildrenOf(body)[0] !== node) return;
    const parameters = names
      .inScope(node)
      .filter(
        ({ kind, node: declared, name }) => kind === "parameter" && name !== "self" && isOf(declared, owner),
      )
      .toReversed()
      .slice(0, MAX_PARAMETERS);
    for (const { name } of parameters) yield* guard(name, node, source);
  },
};

const isOf = (declared: SyntaxNode, owner: SyntaxNode) => enclosing(declared, functionTypes) === owner;

function* chainOptionally(node: SyntaxNode, source: Source): Generator<TextEdit> {
  const object = childOf(node, "object");
  const dot = node.children.find(({ type }) => type === ".");
  if (object === null || dot === undefined || ["this", "super"].includes(object.type)) return;
  const isAssigned = node.field === "left" || node.parent?.type === "update_expression";
  if (isAssigned || node.parent?.type === "new_expression") return;
  const summary = `let ${textOf(object, source).slice(0, 40)} be missing`;
  yield { start: dot.start, end: dot.end, replacement: "?.", summary, weight: 0.6 };
}

function* guard(name: string, first: SyntaxNode, source: Source): Generator<TextEdit> {
  const isPython = source.language === "python";
  const indent = /[ \t]*$/.exec(source.text.slice(0, first.start))?.[0] ?? "";
  const newline = source.text.includes("\r\n") ? "\r\n" : "\n";
  const results = isPython ? pythonResults : scriptResults;
  for (const test of isPython ? pythonTests(name) : scriptTests(name)) {
    for (const result of [name, ...results]) {
      const line = isPython ? `if ${test}: return ${result}` : `if (${test}) return ${result};`;
      yield {
        start: first.start,
        end: first.start,
        replacement: `${line}${newline}${indent}`,
        summary: `return ${result} when ${test}`,
        weight: 0.5,
      };
    }
  }
}
