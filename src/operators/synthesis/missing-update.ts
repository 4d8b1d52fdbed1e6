import { languages } from "../../syntax/language.ts";
import { enclosing, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import { indentOf, isFirstOnLine, type Layout, readLayout } from "../statement/layout.ts";
import { isListed, placeBefore, placeBehind, statementsIn } from "../statement/place-statement.ts";
import type { TextEdit } from "../text-edit.ts";
import { listUpdates } from "./list-updates.ts";
import { shareOf } from "./share-of.ts";
import { weighByRank } from "./weigh-by-rank.ts";

/** Updates tried ahead of one statement. */
const MAX_UPDATES = 20;
const exits = /^(?:return|break|continue|throw|raise)_/;

/**
 * Mends a function that forgets to take note of something, anywhere in it: keeps a value in a list, set or member, counts
 * a member up or down, sorts a list, or copies an argument before it is changed. What is never changed but made for it
 * comes first, and values that are never read.
 */
export const missingUpdate: Operator = {
  name: "missing-update",
  version: 1,
  prior: 0.3,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    const owner = enclosing(node, functionTypes);
    if (owner === null) return;
    const layout = readLayout(context.source);
    if (isEmpty(node)) yield* fill(node, layout, context);
    if (!isListed(node) || !isFirstOnLine(node, context.source)) return;
    const isLast = statementsIn(node.parent ?? node).at(-1) === node && !exits.test(node.type);
    const updates = listUpdates(node, context).slice(0, shareOf(MAX_UPDATES, node));
    for (const [at, { text, weight }] of updates.entries()) {
      const share = weight * (0.4 + 0.6 * weighByRank(at));
      const lines = [`${text}${layout.end}`];
      const before = placeBefore(node, lines, context.source, layout);
      if (before !== null) yield { ...before, summary: text, weight: share };
      const behind = isLast ? placeBehind(node, lines, context.source, layout) : null;
      if (behind !== null) yield { ...behind, summary: text, weight: share };
    }
  },
};

/** A block that does nothing; Python's says so with `pass`. */
function isEmpty(node: SyntaxNode): boolean {
  if (node.type === "pass_statement") return true;
  return (
    node.type === "statement_block" &&
    node.children.every(({ isNamed, type }) => !isNamed || type === "comment")
  );
}

function* fill(node: SyntaxNode, layout: Layout, context: OperatorContext): Generator<TextEdit> {
  const { source } = context;
  for (const [at, { text, weight }] of listUpdates(node, context)
    .slice(0, shareOf(MAX_UPDATES, node))
    .entries()) {
    const line = `${text}${layout.end}`;
    const share = weight * (0.4 + 0.6 * weighByRank(at));
    if (layout.isPython) {
      yield { start: node.start, end: node.end, replacement: line, summary: text, weight: share };
      continue;
    }
    const close = node.end - 1;
    const before = source.text.slice(node.start + 1, close).replace(/\s+$/, "");
    const indent = indentOf(node, source);
    const replacement = `${before}${layout.newline}${indent}${layout.step}${line}${layout.newline}${indent}`;
    yield { start: node.start + 1, end: close, replacement, summary: text, weight: share };
  }
}
