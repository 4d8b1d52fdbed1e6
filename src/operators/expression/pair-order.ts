import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import type { TextEdit } from "../text-edit.ts";

/** More elements are a list whose order is hardly a slip. */
const MAX_ELEMENTS = 4;
const rows = new Set([
  "array",
  "array_pattern",
  "tuple",
  "list",
  "expression_list",
  "pattern_list",
  "tuple_pattern",
  "object",
  "dictionary",
  "formal_parameters",
  "parameters",
]);

/** Mends two things of a row that stand the wrong way round: a pair that is returned or taken apart, values of two keys, parameters. */
export const pairOrder: Operator = {
  name: "pair-order",
  version: 1,
  prior: 0.45,
  languages,
  *find(node, { source }) {
    if (!rows.has(node.type)) return;
    const elements = namedChildrenOf(node);
    if (elements.length < 2 || elements.length > MAX_ELEMENTS) return;
    for (const [at, first] of elements.slice(0, -1).entries()) {
      const second = elements[at + 1];
      const swap =
        second === undefined ? null : swapNodes(swappableOf(first), swappableOf(second), source.text);
      if (swap === null) continue;
      yield { ...swap, weight: /parameters$/.test(node.type) ? 0.4 : elements.length === 2 ? 1 : 0.6 };
    }
  },
};

/** Of a pair the value alone. A spread, a default or `self` keeps its place. */
function swappableOf(node: SyntaxNode): SyntaxNode | null {
  if (node.type === "pair") return childOf(node, "value");
  return /spread|splat|rest|default|assignment|method|shorthand|separator/.test(node.type) ? null : node;
}

function swapNodes(first: SyntaxNode | null, second: SyntaxNode | null, text: string): TextEdit | null {
  if (first === null || second === null) return null;
  const [before, after] = [textOf(first, { text }), textOf(second, { text })];
  if (/^(?:self|cls|this)\b/.test(before) && /parameters$/.test(first.parent?.type ?? "")) return null;
  const replacement = `${after}${text.slice(first.end, second.start)}${before}`;
  const summary = `swap ${before} and ${after}`.replace(/\s+/g, " ").slice(0, 80);
  return { start: first.start, end: second.end, replacement, summary, weight: 1 };
}
