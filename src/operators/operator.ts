import type { Language } from "../syntax/language.ts";
import type { Source } from "../syntax/source.ts";
import type { SyntaxNode } from "../syntax/syntax-node.ts";
import type { Clues } from "./clues.ts";
import type { Names } from "./names.ts";
import type { TextEdit } from "./text-edit.ts";

/** A value that an expression had while a test ran on the base. */
export type SeenValue = {
  /** JavaScript's `typeof` with "null" and "array" apart, or Python's type name. */
  readonly type: string;
  /** JSON where it is plain data, else a short description; capped. */
  readonly text: string;
  /** Whether the test that ran is one that has to be mended. */
  readonly isFailing: boolean;
};

/** What a compiler or linter says of a line of this file. */
export type SeenFinding = { readonly rule: string; readonly message: string; readonly line: number };

/** What an operator may look at besides the node. */
export type OperatorContext = {
  readonly source: Source;
  /** What is declared and used where in this file. */
  readonly names: Names;
  /** What the expression at this node was seen to be, in the order in which it came; empty where nobody looked. */
  readonly values?: (node: SyntaxNode) => readonly SeenValue[];
  /** Source texts of the literals in the failing tests' lines and expectations, the likeliest first. */
  readonly literals?: readonly string[];
  /** Findings of the work item in this file. */
  readonly findings?: readonly SeenFinding[];
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
  /** The edits at this one node, not beneath it. */
  find(node: SyntaxNode, context: OperatorContext): Iterable<TextEdit>;
};
