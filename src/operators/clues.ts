import type { SyntaxNode } from "../syntax/syntax-node.ts";

/** What a compiler or linter says of a line of this file. */
export type SeenFinding = {
  /** `TS2339`, `arg-type`, `no-unused-vars`; "" where the tool names none. */
  readonly rule: string;
  readonly message: string;
  /** 1-based. */
  readonly line: number;
};

/** A literal that a failing test holds. */
export type TestLiteral = {
  /** As it is written, with its quotes. */
  readonly text: string;
  readonly kind: "number" | "string" | "boolean" | "null" | "list" | "object";
  /** What an assertion compares with, or what goes into a call; `other` where that cannot be told. */
  readonly role: "expected" | "input" | "other";
};

/** A value that an expression had while a test ran on the base. */
export type SeenValue = {
  /** JavaScript's `typeof` with "null" and "array" apart, or Python's type name. */
  readonly type: string;
  /** JSON where it is plain data, else a short description; capped. */
  readonly text: string;
  /** Whether the test that ran is one that has to be mended. */
  readonly isFailing: boolean;
};

/** The names in scope just before a statement, as they were at one time. */
export type SeenState = {
  readonly isFailing: boolean;
  readonly values: ReadonlyMap<string, Pick<SeenValue, "type" | "text">>;
};

/** What is known of a file from outside of it: from gates, from the failing tests, from runs. Each part may be absent. */
export type Clues = {
  /** What the expression at this node was seen to be, in the order in which it came; empty where nobody looked. */
  readonly values?: (node: SyntaxNode) => readonly SeenValue[];
  /** What the names in scope of this statement were seen to be just before it; empty where nobody looked. */
  readonly states?: (statement: SyntaxNode) => readonly SeenState[];
  /** Literals in the failing tests' lines and expectations, the likeliest first, each once. */
  readonly literals?: readonly TestLiteral[];
  /** Findings of the work item in this file. */
  readonly findings?: readonly SeenFinding[];
};
