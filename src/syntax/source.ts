import type { Language } from "./language.ts";
import type { SyntaxNode } from "./syntax-node.ts";

/** A parsed file. */
export type Source = {
  /** Relative to the repository's root, `/` separators. */
  readonly path: string;
  readonly language: Language;
  /** The whole file, with its byte order mark and its own line ends. */
  readonly text: string;
  readonly root: SyntaxNode;
};

/** The source text of a node. */
export function textOf(node: SyntaxNode, source: Pick<Source, "text">): string {
  return source.text.slice(node.start, node.end);
}
