import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import type { TextEdit } from "../text-edit.ts";
import { joinEdits, type Part } from "./join-edits.ts";

const ranged = /(?:^|\.)(?:range|slice|substring|islice|subarray)$/;

/** Mends a loop, range or slice whose both bounds are shifted by one: `0` to `n` for `1` to `n + 1`. */
export const bothBounds: Operator = {
  name: "both-bounds",
  version: 1,
  prior: 0.3,
  languages,
  *find(node, { source }): Generator<TextEdit> {
    const bounds = findBounds(node, source);
    if (bounds === null) return;
    const { from, to } = bounds;
    for (const step of [1, -1]) {
      const parts: readonly Part[] = [from, to].map((bound) => ({
        start: bound.start,
        end: bound.end,
        replacement: `${shift(bound.text, step)}${bound.isImplied === true ? ", " : ""}`,
      }));
      const joined = joinEdits(parts, source);
      const summary = `begin and end one ${step > 0 ? "later" : "earlier"}`;
      if (joined !== null) yield { ...joined, summary, weight: step > 0 ? 1 : 0.8 };
    }
  },
};

type Bound = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isImplied?: true;
};

function findBounds(node: SyntaxNode, source: Source): { readonly from: Bound; readonly to: Bound } | null {
  if (node.type === "for_statement" && source.language !== "python") return findLoopBounds(node, source);
  if (node.type === "slice") {
    const [from, to] = namedChildrenOf(node);
    const isPlain = from !== undefined && to !== undefined && /^[^:]+:[^:]+$/.test(textOf(node, source));
    return isPlain ? { from: toBound(from, source), to: toBound(to, source) } : null;
  }
  const callee = childOf(node, "function");
  const list = childOf(node, "arguments");
  if (callee === null || list === null || !ranged.test(textOf(callee, source))) return null;
  const [from, to] = namedChildrenOf(list);
  if (from === undefined) return null;
  if (to !== undefined) return { from: toBound(from, source), to: toBound(to, source) };
  if (textOf(callee, source) !== "range") return null;
  return {
    from: { start: from.start, end: from.start, text: "0", isImplied: true },
    to: toBound(from, source),
  };
}

function findLoopBounds(
  node: SyntaxNode,
  source: Source,
): { readonly from: Bound; readonly to: Bound } | null {
  const initializer = childOf(node, "initializer");
  const declarator = initializer === null ? undefined : namedChildrenOf(initializer)[0];
  const from =
    declarator === undefined ? null : (childOf(declarator, "value") ?? childOf(declarator, "right"));
  const to = childOf(childOf(node, "condition") ?? node, "right");
  return from === null || to === null ? null : { from: toBound(from, source), to: toBound(to, source) };
}

function toBound(node: SyntaxNode, source: Source): Bound {
  return { start: node.start, end: node.end, text: textOf(node, source) };
}

/** The bound one higher or lower. */
function shift(text: string, step: number): string {
  if (/^\d+$/.test(text)) return String(Number(text) + step);
  const [, base, sign, count] = /^(.*\S) ([+-]) (\d+)$/.exec(text) ?? [];
  if (base === undefined) return `${text} ${step > 0 ? "+" : "-"} 1`;
  const sum = (sign === "-" ? -1 : 1) * Number(count) + step;
  return sum === 0 ? base : `${base} ${sum > 0 ? "+" : "-"} ${Math.abs(sum)}`;
}
