import { languages } from "../../syntax/language.ts";
import { enclosing } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import { shareOf } from "../synthesis/share-of.ts";
import { weighByRank } from "../synthesis/weigh-by-rank.ts";
import type { TextEdit } from "../text-edit.ts";
import { isFirstOnLine, readLayout } from "./layout.ts";
import { listCopies } from "./list-copies.ts";
import { isListed, placeBefore, placeBehind, statementsIn } from "./place-statement.ts";

/** Statements tried in one place, the likeliest ones. */
const MAX_COPIES = 16;
const exits = /^(?:return|break|continue|throw|raise)_/;

/**
 * Mends what a sister place does and this one forgot: a statement from elsewhere in the function, or a small one from
 * another function of the file, with names that mean nothing here replaced by the ones most alike. The last group that is
 * handed on behind a loop as it is in it, a guard that all other methods have.
 */
export const statementCopy: Operator = {
  name: "statement-copy",
  version: 1,
  prior: 0.25,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    const owner = enclosing(node, functionTypes);
    if (!isListed(node) || owner === null || !isFirstOnLine(node, context.source)) return;
    const { source } = context;
    const layout = readLayout(source);
    const isLast = statementsIn(node.parent ?? node).at(-1) === node;
    for (const [at, copy] of listCopies(node, context).slice(0, shareOf(MAX_COPIES, node)).entries()) {
      const weight = copy.weight * (0.4 + 0.6 * weighByRank(at));
      const summary = `${copy.lines[0]} as elsewhere`;
      const before = placeBefore(node, copy.lines, source, layout);
      if (before !== null) yield { ...before, summary, weight };
      if (!isLast || exits.test(node.type)) continue;
      const behind = placeBehind(node, copy.lines, source, layout);
      if (behind !== null) yield { ...behind, summary, weight };
    }
  },
};
