import { type Source, textOf } from "../../syntax/source.ts";
import { type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import { rememberByNode } from "../remember-by-node.ts";

/** How a file is laid out, so that what is added looks like the rest of it. */
export type Layout = {
  readonly newline: "\n" | "\r\n";
  /** One step of indentation. */
  readonly step: string;
  /** What ends a simple statement: ";" or "". */
  readonly end: ";" | "";
  readonly quote: '"' | "'";
  readonly isPython: boolean;
};

const layoutOf = rememberByNode((_root, source: Source) => findLayout(source));

/** A file's layout: line ends, steps, semicolons and quotes as most of it has them. Pure. */
export function readLayout(source: Source): Layout {
  return layoutOf(source.root, source);
}

function findLayout({ text, language }: Source): Layout {
  const isPython = language === "python";
  const [first = isPython ? "    " : "  "] = /^(?:\t| {2,8})(?=\S)/m.exec(text) ?? [];
  const lines = text.match(/[;)\]\w"'`]\r?$/gm) ?? [];
  const ended = lines.filter((line) => line.startsWith(";")).length;
  const hasEnds = text.includes(";") || lines.length === 0;
  return {
    newline: text.includes("\r\n") ? "\r\n" : "\n",
    step: first,
    end: isPython || !hasEnds || ended * 4 < lines.length ? "" : ";",
    quote: count(text, "'") > count(text, '"') ? "'" : '"',
    isPython,
  };
}

/** The white space that the node's first line starts with. */
export function indentOf(node: Pick<SyntaxNode, "start">, { text }: Pick<Source, "text">): string {
  const lineStart = text.lastIndexOf("\n", node.start - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, node.start))?.[0] ?? "";
}

/** Whether nothing but white space stands before the node on its line. */
export function isFirstOnLine(node: Pick<SyntaxNode, "start">, source: Pick<Source, "text">): boolean {
  const lineStart = source.text.lastIndexOf("\n", node.start - 1) + 1;
  return /^\uFEFF?[ \t]*$/.test(source.text.slice(lineStart, node.start));
}

/** The node's lines with the indentation of its first line taken off; null where a text of several lines forbids it. */
export function linesOf(node: SyntaxNode, source: Source): readonly string[] | null {
  const indent = indentOf(node, source);
  const lines = textOf(node, source).split(/\r?\n/);
  if (lines.length === 1) return lines;
  for (const inner of walkTree(node)) {
    if (/string$|string_content/.test(inner.type) && inner.line !== inner.endLine) return null;
  }
  return lines.map((line, at) => (at > 0 && line.startsWith(indent) ? line.slice(indent.length) : line));
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
