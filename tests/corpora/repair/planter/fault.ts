import type { SyntaxNode } from "../../../../src/syntax/syntax-node.ts";

/** A text that replaces another one, and so makes a mistake. */
export type Fault = {
  readonly class: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
};

/** What kinds of faults look at. */
export type FaultInput = {
  readonly node: SyntaxNode;
  /** The source's text of a node. */
  readonly read: (node: SyntaxNode | null) => string;
  /** Names that are declared in the function around the node, parameters included. */
  readonly namesAt: (node: SyntaxNode) => readonly string[];
};

/** One class of mistakes. */
export type FaultKind = (input: FaultInput) => readonly Fault[];

/** A fault that replaces a whole node. */
export function replace(kind: string, title: string, { start, end }: SyntaxNode, replacement: string): Fault {
  return { class: kind, title, start, end, replacement };
}
