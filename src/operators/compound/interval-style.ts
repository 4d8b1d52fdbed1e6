import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, enclosing, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";
import { joinEdits, type Part } from "./join-edits.ts";

/**
 * Mends a search in an interval that mixes two styles: where the upper end begins (`n` or `n - 1`), whether the loop goes
 * on at equal ends, and how the ends move (`mid`, `mid - 1`, `mid + 1`) have to fit each other. Changes two or three of them
 * at once.
 */
export const intervalStyle: Operator = {
  name: "interval-style",
  version: 1,
  prior: 0.35,
  languages,
  *find(node, { source }): Generator<TextEdit> {
    if (node.type !== "while_statement") return;
    const parts = findParts(node, source);
    if (parts === null) return;
    // Each choice is one part changed or left; a single change is another operator's.
    for (let choice = 3; choice < 2 ** parts.length; choice += 1) {
      const chosen = parts.filter((_, at) => (choice & (1 << at)) !== 0);
      if (chosen.length < 2) continue;
      const joined = joinEdits(chosen, source);
      const summary = "let the ends of the interval fit its loop";
      if (joined !== null) yield { ...joined, summary, weight: chosen.length === 2 ? 1 : 0.7 };
    }
  },
};

/** The parts of a style, each with what it would be in the other one. */
function findParts(loop: SyntaxNode, source: Source): readonly Part[] | null {
  const owner = enclosing(loop, functionTypes);
  const holder = childOf(loop, "condition");
  const condition = holder?.type === "parenthesized_expression" ? namedChildrenOf(holder)[0] : holder;
  if (owner === null || condition === null || condition === undefined) return null;
  const [low, high] = namedChildrenOf(condition);
  const sign = condition.children.find(({ isNamed, type }) => !isNamed && /^(?:<|<=)$/.test(type));
  if (low?.type !== "identifier" || high?.type !== "identifier" || sign === undefined) return null;
  const [lowName, highName] = [textOf(low, source), textOf(high, source)];
  const parts: Part[] = [{ start: sign.start, end: sign.end, replacement: sign.type === "<" ? "<=" : "<" }];
  for (const node of walkTree(owner)) {
    const target = childOf(node, "name") ?? childOf(node, "left");
    const value = childOf(node, "value") ?? childOf(node, "right");
    if (
      target === null ||
      value === null ||
      !/^(?:variable_declarator|assignment|assignment_expression)$/.test(node.type)
    )
      continue;
    const name = textOf(target, source);
    if (name !== lowName && name !== highName) continue;
    const isStart = node.end < loop.start;
    const other = turn(textOf(value, source), { isStart, isHigh: name === highName });
    if (other !== null) parts.push({ start: value.start, end: value.end, replacement: other });
  }
  return parts.length > 1 ? parts.slice(0, 4) : null;
}

function turn(
  value: string,
  { isStart, isHigh }: { readonly isStart: boolean; readonly isHigh: boolean },
): string | null {
  const [, base] = /^(.*\S) [+-] 1$/.exec(value) ?? [];
  if (base !== undefined) return base;
  if (isStart) return isHigh ? `${value} - 1` : null;
  return /^[\w$]+$/.test(value) ? `${value} ${isHigh ? "-" : "+"} 1` : null;
}
