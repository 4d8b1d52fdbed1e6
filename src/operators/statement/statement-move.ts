import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { excerpt } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";
import { indentOf, isFirstOnLine, type Layout, linesOf, readLayout } from "./layout.ts";
import { isListed, statementsIn } from "./place-statement.ts";

const holders =
  /^(?:if_statement|elif_clause|else_clause|for_statement|for_in_statement|while_statement|do_statement|with_statement|try_statement)$/;
const movable =
  /^(?:expression_statement|return_statement|lexical_declaration|variable_declaration|if_statement|break_statement|continue_statement|augmented_assignment|throw_statement|raise_statement)$/;

/**
 * Mends a statement on the wrong level: the last of a loop or branch that belongs behind it, the first that belongs
 * ahead of it, and a neighbour that belongs into it, as a `return` one step too far in or a reset outside of the loop.
 */
export const statementMove: Operator = {
  name: "statement-move",
  version: 1,
  prior: 0.4,
  languages,
  *find(node, { source }): Generator<TextEdit> {
    if (!movable.test(node.type) || !isListed(node) || !isFirstOnLine(node, source)) return;
    const layout = readLayout(source);
    yield* moveOut(node, source, layout);
    yield* moveIn(node, source, layout);
  },
};

/** Behind what holds it, or ahead of it; others of the block stay. */
function* moveOut(node: SyntaxNode, source: Source, layout: Layout): Generator<TextEdit> {
  const block = node.parent;
  let holder = block?.parent ?? null;
  if (block === null || holder === null || !holders.test(holder.type)) return;
  while (holder.parent !== null && /_clause$/.test(holder.type)) holder = holder.parent;
  if (!isListed(holder)) return;
  const siblings = statementsIn(block);
  const lines = linesOf(node, source);
  if (lines === null || siblings.length < 2) return;
  const indent = indentOf(holder, source);
  const moved = lines.map((line) => `${indent}${line}`).join(layout.newline);
  const what = excerpt(textOf(node, source));
  const [from, to] = spanOf(node, source);
  const holderStart = holder.start - indent.length;
  if (siblings.at(-1) === node || !/return|break|continue/.test(node.type)) {
    const kept = to < holder.end ? source.text.slice(to, holder.end) + layout.newline : "";
    const replacement = kept + moved;
    const weight = siblings.at(-1) === node ? 1 : 0.5;
    yield { start: from, end: holder.end, replacement, summary: `move ${what} behind the block`, weight };
  }
  if (/return|break|continue|throw|raise/.test(node.type)) return;
  const replacement = `${moved}${layout.newline}${source.text.slice(holderStart, from)}`;
  const weight = siblings[0] === node ? 0.8 : 0.4;
  yield { start: holderStart, end: to, replacement, summary: `move ${what} ahead of the block`, weight };
}

/** Into the loop or branch that stands next to it. */
function* moveIn(node: SyntaxNode, source: Source, layout: Layout): Generator<TextEdit> {
  const siblings = statementsIn(node.parent ?? node);
  const at = siblings.indexOf(node);
  const lines = linesOf(node, source);
  if (lines === null) return;
  const what = excerpt(textOf(node, source));
  const [from, to] = spanOf(node, source);
  const before = siblings[at - 1];
  const behind = siblings[at + 1];
  const last = before === undefined ? undefined : lastOf(before, source);
  if (last !== undefined) {
    const moved = lines.map((line) => `${layout.newline}${indentOf(last, source)}${line}`).join("");
    const replacement = moved + source.text.slice(last.end, from);
    const weight = /return/.test(node.type) ? 0.3 : 0.8;
    yield { start: last.end, end: to, replacement, summary: `move ${what} into the block`, weight };
  }
  if (behind === undefined || /return|break|continue|throw|raise/.test(node.type)) return;
  const body = bodyOf(behind);
  const first = body === null ? undefined : statementsIn(body)[0];
  if (first === undefined || !isFirstOnLine(first, source)) return;
  const moved = lines.map((line) => `${line}${layout.newline}${indentOf(first, source)}`).join("");
  const replacement = `${source.text.slice(to, first.start)}${moved}`;
  yield { start: from, end: first.start, replacement, summary: `move ${what} into the block`, weight: 0.8 };
}

/** The last statement of a loop's or branch's own body, where it has a line of its own. */
function lastOf(holder: SyntaxNode, source: Source): SyntaxNode | undefined {
  const body = bodyOf(holder);
  const last = body === null ? undefined : statementsIn(body).at(-1);
  return last !== undefined && isFirstOnLine(last, source) ? last : undefined;
}

function bodyOf(holder: SyntaxNode): SyntaxNode | null {
  if (!holders.test(holder.type)) return null;
  // A branch with an else has two bodies; the statement went into one of them.
  if (namedChildrenOf(holder).some(({ type }) => /^(?:else|elif|except|finally)_?clause/.test(type)))
    return null;
  return childOf(holder, "body") ?? childOf(holder, "consequence");
}

/** From the start of the statement's first line to the start of the line behind it. */
function spanOf(node: SyntaxNode, { text }: Source): readonly [from: number, to: number] {
  const from = text.lastIndexOf("\n", node.start - 1) + 1;
  const end = text.indexOf("\n", node.end);
  return [from, end === -1 ? text.length : end + 1];
}
