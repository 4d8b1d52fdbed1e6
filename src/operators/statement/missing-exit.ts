import { languages } from "../../syntax/language.ts";
import { childOf, enclosing, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import { listConditions } from "../synthesis/list-conditions.ts";
import { listResults } from "../synthesis/list-results.ts";
import { shareOf } from "../synthesis/share-of.ts";
import { weighByRank } from "../synthesis/weigh-by-rank.ts";
import type { TextEdit } from "../text-edit.ts";
import { readLayout } from "./layout.ts";
import { isBareBody, placeBefore, placeBehind, statementsIn, writeIf } from "./place-statement.ts";

const loops = new Set(["for_statement", "for_in_statement", "while_statement", "do_statement"]);
const exits = /^(?:return|break|continue|throw|raise)_statement$/;
/** Conditional exits tried at the start of one loop's body. */
const MAX_CONDITIONS = 20;

/**
 * Mends control that runs on where it should leave: a branch or `case` without its `break`, `continue` or `return`, and
 * a loop that lacks `if (…) continue` or `if (…) break` for what it should skip or stop at.
 */
export const missingExit: Operator = {
  name: "missing-exit",
  version: 1,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    if (node.type === "switch_case") yield* endCase(node, context);
    const branch = isBranchEnd(node);
    if (branch) yield* leaveBranch(node, context);
    if (isFirstOfLoop(node)) yield* skipEarly(node, context);
  },
};

function* endCase(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const last = node.children.filter(({ field, isNamed }) => field === "body" && isNamed).at(-1);
  if (last === undefined || exits.test(last.type)) return;
  const layout = readLayout(source);
  const inner = last.type === "statement_block" ? statementsIn(last).at(-1) : last;
  if (inner === undefined || exits.test(inner.type)) return;
  const placed = placeBehind(inner, [`break${layout.end}`], source, layout);
  if (placed !== null) yield { ...placed, summary: "end the case", weight: 1 };
}

/** Whether the node is the last statement of a branch, and does not leave it. */
function isBranchEnd(node: SyntaxNode): boolean {
  if (exits.test(node.type)) return false;
  if (isBareBody(node)) return isBranch(node.parent);
  const block = node.parent;
  if (block === null || !/block$/.test(block.type) || !isBranch(block.parent)) return false;
  return statementsIn(block).at(-1) === node;
}

const isBranch = (node: SyntaxNode | null) =>
  node !== null && /^(?:if_statement|elif_clause|else_clause|catch_clause|except_clause)$/.test(node.type);

function* leaveBranch(node: SyntaxNode, context: OperatorContext): Generator<TextEdit> {
  const { source } = context;
  const owner = enclosing(node, functionTypes);
  const loop = enclosing(node, loops);
  const layout = readLayout(source);
  const isInLoop = loop !== null && (owner === null || loop.start > owner.start);
  const words: { text: string; weight: number }[] = isInLoop
    ? [
        { text: "break", weight: 1 },
        { text: "continue", weight: 0.9 },
      ]
    : [];
  if (owner !== null) {
    words.push({ text: "return", weight: isInLoop ? 0.4 : 0.7 });
    for (const { text, weight } of listResults(node, context).slice(0, 8))
      words.push({ text: `return ${text}`, weight: weight * (isInLoop ? 0.45 : 0.6) });
  }
  for (const { text, weight } of words) {
    const placed = placeBehind(node, [`${text}${layout.end}`], source, layout);
    if (placed !== null) yield { ...placed, summary: `${text} at the end of the branch`, weight };
  }
}

function isFirstOfLoop(node: SyntaxNode): boolean {
  if (isBareBody(node)) return loops.has(node.parent?.type ?? "");
  const body = node.parent;
  if (body === null || !loops.has(body.parent?.type ?? "") || childOf(body.parent ?? body, "body") !== body)
    return false;
  return namedChildrenOf(body)[0] === node;
}

function* skipEarly(node: SyntaxNode, context: OperatorContext): Generator<TextEdit> {
  const layout = readLayout(context.source);
  for (const [at, { text, weight }] of listConditions(node, context, { preferred: "special" })
    .slice(0, shareOf(MAX_CONDITIONS, node))
    .entries()) {
    for (const [word, share] of [
      ["continue", 0.8],
      ["break", 0.6],
    ] as const) {
      const lines = writeIf(text, [`${word}${layout.end}`], layout);
      const placed = placeBefore(node, lines, context.source, layout);
      const summary = `${word} when ${text}`;
      if (placed !== null) yield { ...placed, summary, weight: share * weighByRank(at) * (0.5 + weight / 2) };
    }
  }
}
