import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { excerpt } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";
import { indentOf, isFirstOnLine, type Layout, linesOf, readLayout } from "./layout.ts";
import { isListed, statementsIn } from "./place-statement.ts";

/**
 * Mends branches that are tied wrongly: what follows an `if` and belongs into its `else`, an `else` whose work is to be
 * done in any case, an `else if` that should be asked in any case, and an `if` that should only be asked otherwise.
 */
export const missingElse: Operator = {
  name: "missing-else",
  version: 1,
  prior: 0.3,
  languages,
  *find(node, { source }): Generator<TextEdit> {
    const layout = readLayout(source);
    if (node.type === "if_statement") {
      yield* takeNext(node, source, layout);
      yield* tieNext(node, source, layout);
    }
    if (node.type === "else_clause") yield* untie(node, source, layout);
    if (node.type === "elif_clause") {
      const summary = "ask in any case";
      yield { start: node.start, end: node.start + "elif".length, replacement: "if", summary, weight: 0.7 };
    }
  },
};

/** The statement behind an `if` goes into its `else`. */
function* takeNext(node: SyntaxNode, source: Source, layout: Layout): Generator<TextEdit> {
  const next = nextOf(node);
  if (next === undefined || hasElse(node) || !isFirstOnLine(next, source) || !isFirstOnLine(node, source))
    return;
  const body = childOf(node, "consequence");
  const lines = linesOf(next, source);
  if (body === null || lines === null || /declaration|definition/.test(next.type) || leaves(body)) return;
  const indent = indentOf(node, source);
  const inner = lines.map((line) => `${layout.newline}${indent}${layout.step}${line}`).join("");
  const tail = layout.isPython
    ? `${layout.newline}${indent}else:${inner}`
    : `${body.type === "statement_block" ? " else {" : `${layout.newline}${indent}else {`}${inner}${layout.newline}${indent}}`;
  const summary = `do ${excerpt(textOf(next, source))} only otherwise`;
  yield { start: node.end, end: next.end, replacement: tail, summary, weight: 0.8 };
}

/** The next `if` is asked only where this one does not hold. */
function* tieNext(node: SyntaxNode, source: Source, layout: Layout): Generator<TextEdit> {
  const next = nextOf(node);
  if (next?.type !== "if_statement" || hasElse(node)) return;
  const summary = "ask only otherwise";
  if (layout.isPython) {
    const between = source.text.slice(node.end, next.start);
    yield { start: node.end, end: next.start, replacement: `${between}el`, summary, weight: 0.7 };
    return;
  }
  const isBlock = childOf(node, "consequence")?.type === "statement_block";
  const gap = isBlock ? " " : `${layout.newline}${indentOf(node, source)}`;
  yield { start: node.end, end: next.start, replacement: `${gap}else `, summary, weight: 0.7 };
}

/** What an `else` holds is done in any case. */
function* untie(node: SyntaxNode, source: Source, layout: Layout): Generator<TextEdit> {
  const owner = node.parent;
  if (owner === null || !isListed(owner) || !isFirstOnLine(owner, source)) return;
  const inner = childOf(node, "body") ?? namedChildrenOf(node)[0];
  if (inner === undefined) return;
  const start = owner.children[owner.children.indexOf(node) - 1]?.end ?? node.start;
  const indent = indentOf(owner, source);
  const statements = statementsIn(inner).length > 0 ? statementsIn(inner) : [inner];
  const lines = statements.map((statement) => linesOf(statement, source));
  if (lines.some((one) => one === null)) return;
  const replacement = lines
    .flatMap((one) => one ?? [])
    .map((line) => `${layout.newline}${indent}${line}`)
    .join("");
  yield { start, end: node.end, replacement, summary: "do it in any case", weight: 0.6 };
}

function nextOf(node: SyntaxNode): SyntaxNode | undefined {
  if (!isListed(node) || node.parent === null) return undefined;
  const siblings = statementsIn(node.parent);
  return siblings[siblings.indexOf(node) + 1];
}

const hasElse = (node: SyntaxNode) => childOf(node, "alternative") !== null;

/** Behind a branch that leaves, everything is its `else` already. */
function leaves(body: SyntaxNode): boolean {
  const last = statementsIn(body).at(-1) ?? body;
  return /^(?:return|break|continue|throw|raise)_/.test(last.type);
}
