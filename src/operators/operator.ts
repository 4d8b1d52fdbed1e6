import type { Language } from "../syntax/language.ts";
import type { Source } from "../syntax/source.ts";
import type { SyntaxNode } from "../syntax/syntax-node.ts";
import type { Clues } from "./clues.ts";
import type { Names } from "./names.ts";
import type { TextEdit } from "./text-edit.ts";

/** What an operator may look at besides the node. */
export type OperatorContext = Clues & {
  readonly source: Source;
  /** What is declared and used where in this file. */
  readonly names: Names;
};

/** A kind of small change to a syntax tree, for repair, mutation testing and training alike. */
export type Operator = {
  /** Kebab case; it is the origin of the candidates. */
  readonly name: string;
  /** Raised when the same source would give other edits. */
  readonly version: number;
  /** How often bugs are of this kind, above 0 and at most 1, against the other operators. */
  readonly prior: number;
  readonly languages: readonly Language[];
  /** Also asked about what no run reads, such as types and imports; for operators that follow a finding. */
  readonly seesTypes?: true;
  /** Turned round, its edits are no mistakes that people make: it repairs, and plants no faults. */
  readonly isRepairOnly?: true;
  /** The edits at this one node, not beneath it. */
  find(node: SyntaxNode, context: OperatorContext): Iterable<TextEdit>;
};
