import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

/** Mends a loop that runs the wrong way, as where the last match counts or items are removed on the way. */
export const loopDirection: Operator = {
  name: "loop-direction",
  version: 1,
  prior: 0.2,
  languages,
  *find(node, { source }): Generator<TextEdit> {
    const isPython = source.language === "python";
    if (node.type === "for_statement" && !isPython) yield* turnCounting(node, source);
    const isEach = node.type === "for_in_statement" || (node.type === "for_statement" && isPython);
    if (isEach || node.type === "for_in_clause") yield* turnEach(node, source, isPython);
  },
};

function* turnCounting(node: SyntaxNode, source: Source): Generator<TextEdit> {
  const [initializer, condition, increment] = [
    childOf(node, "initializer"),
    childOf(node, "condition"),
    childOf(node, "increment"),
  ];
  const declarator = initializer === null ? undefined : namedChildrenOf(initializer).at(0);
  const from =
    declarator === undefined ? null : (childOf(declarator, "value") ?? childOf(declarator, "right"));
  const name = declarator === undefined ? null : (childOf(declarator, "name") ?? childOf(declarator, "left"));
  const sign = condition === null ? null : childOf(condition, "operator");
  const to = condition === null ? null : childOf(condition, "right");
  if (
    !increment ||
    !from ||
    !name ||
    !sign ||
    !to ||
    !condition ||
    namedChildrenOf(initializer ?? node).length > 1
  )
    return;
  const [i, first, last] = [name, from, to].map((part) => textOf(part, source));
  const step = textOf(increment, source);
  const isUp = new RegExp(`^(?:${i}\\+\\+|\\+\\+${i}|${i} \\+= 1)$`).test(step);
  const isDown = new RegExp(`^(?:${i}--|--${i}|${i} -= 1)$`).test(step);
  const relation = textOf(sign, source);
  const turned = turnBounds({ first, last, relation, isUp, isDown });
  if (turned === null) return;
  const [start, test, next] = [
    turned.start,
    `${i} ${turned.relation} ${turned.end}`,
    isUp ? `${i}--` : `${i}++`,
  ];
  const head = source.text.slice(node.start, from.start);
  const between = source.text.slice(from.end, condition.start);
  const gap = source.text.slice(condition.end, increment.start);
  const replacement = `${head}${start}${between}${test}${gap}${next}`;
  yield {
    start: node.start,
    end: increment.end,
    replacement,
    summary: "run the loop the other way",
    weight: 1,
  };
}

function turnBounds(loop: {
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly relation: string;
  readonly isUp: boolean;
  readonly isDown: boolean;
}): { readonly start: string; readonly relation: string; readonly end: string } | null {
  const { first = "", last = "", relation, isUp, isDown } = loop;
  if (isUp && (relation === "<" || relation === "<="))
    return { start: relation === "<" ? `${last} - 1` : last, relation: ">=", end: first };
  if (!isDown || (relation !== ">" && relation !== ">=")) return null;
  const start = relation === ">" ? `${last} + 1` : last;
  return / - 1$/.test(first)
    ? { start, relation: "<", end: first.slice(0, -4) }
    : { start, relation: "<=", end: first };
}

function* turnEach(node: SyntaxNode, source: Source, isPython: boolean): Generator<TextEdit> {
  const all = childOf(node, "right");
  const word = childOf(node, "operator");
  if (all === null || (word !== null && textOf(word, source) === "in" && !isPython)) return;
  const text = textOf(all, source);
  const reversed = /^reversed\((.*)\)$/.exec(text)?.[1] ?? /^(.*)\.toReversed\(\)$/.exec(text)?.[1];
  const summary = "run the loop the other way";
  if (reversed !== undefined) {
    yield replaceNode(all, reversed, source, { summary });
    return;
  }
  if (/^(?:list|tuple|array|object|dictionary|set)$/.test(all.type)) return;
  const weight = node.type === "for_in_clause" ? 0.4 : 0.8;
  yield replaceNode(all, isPython ? `reversed(${text})` : `[...${text}].reverse()`, source, {
    weight,
    summary,
  });
}
