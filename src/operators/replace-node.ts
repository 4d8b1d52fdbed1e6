import { type Source, textOf } from "../syntax/source.ts";
import type { SyntaxNode } from "../syntax/syntax-node.ts";
import type { TextEdit } from "./text-edit.ts";

/** Longest excerpt of code in a summary. */
const MAX_EXCERPT = 40;

/** An edit that puts a text in a node's place. */
export function replaceNode(
  node: SyntaxNode,
  replacement: string,
  source: Source,
  { weight = 1, summary }: { readonly weight?: number; readonly summary?: string } = {},
): TextEdit {
  const said = summary ?? `replace ${excerpt(textOf(node, source))} with ${excerpt(replacement)}`;
  return { start: node.start, end: node.end, replacement, summary: said, weight };
}

/** Code on one line, shortened for a summary. */
export function excerpt(code: string): string {
  const line = code.replace(/\s+/g, " ").trim();
  return line.length > MAX_EXCERPT ? `${line.slice(0, MAX_EXCERPT - 1)}…` : line;
}
