import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { unifyQuotes } from "./render-literal.ts";

type Render = (node: SyntaxNode, source: Source) => string;
type Part = { readonly text: string } | { readonly hole: string };

/** A template, or strings put together by `+`: linters turn one into the other. Null where it is neither. Pure. */
export function renderTemplate(node: SyntaxNode, source: Source, render: Render): string | null {
  if (node.type === "template_string") {
    const isTag = node.parent?.type === "call_expression" && node.field === "arguments";
    return isTag ? null : renderParts(readTemplate(node, source, render));
  }
  const operands = listOperands(node, source);
  // Before the first string `+` may add numbers.
  if (!operands.slice(0, 2).some(isText)) return null;
  return renderParts(
    operands.flatMap((one): readonly Part[] => {
      if (one.type === "template_string") return readTemplate(one, source, render);
      return one.type === "string"
        ? [{ text: unifyQuotes(textOf(one, source).slice(1, -1)) }]
        : [{ hole: render(one, source) }];
    }),
  );
}

function isText({ type }: SyntaxNode): boolean {
  return type === "string" || type === "template_string";
}

function listOperands(node: SyntaxNode, source: Source): readonly SyntaxNode[] {
  const [left, right] = [childOf(node, "left"), childOf(node, "right")];
  const operator = childOf(node, "operator");
  if (node.type !== "binary_expression" || left === null || right === null) return [node];
  return operator?.type === "+" ? [...listOperands(left, source), right] : [node];
}

function readTemplate(node: SyntaxNode, source: Source, render: Render): readonly Part[] {
  const parts: Part[] = [];
  let start = node.start + 1;
  for (const hole of node.children.filter(({ type }) => type === "template_substitution")) {
    const inner = namedChildrenOf(hole)[0];
    parts.push({ text: unifyQuotes(source.text.slice(start, hole.start)) });
    parts.push({ hole: inner === undefined ? "" : render(inner, source) });
    start = hole.end;
  }
  return [...parts, { text: unifyQuotes(source.text.slice(start, node.end - 1)) }];
}

function renderParts(parts: readonly Part[]): string {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if ("text" in part && part.text === "") continue;
    if ("text" in part && last !== undefined && "text" in last)
      merged.splice(-1, 1, { text: last.text + part.text });
    else merged.push(part);
  }
  const [only] = merged;
  if (only === undefined) return '""';
  return merged.length === 1 && "text" in only ? `"${only.text}"` : `(template ${JSON.stringify(merged)})`;
}
