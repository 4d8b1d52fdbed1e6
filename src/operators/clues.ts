import type { SyntaxNode } from "../syntax/syntax-node.ts";

/** What a compiler or a linter says about the file. */
export type ContextFinding = {
  /** 1-based. */
  readonly line: number;
  /** `TS2339`, `arg-type`, `no-unused-vars`; "" where the tool names none. */
  readonly rule: string;
  readonly message: string;
};

/** A literal that a failing test holds. */
export type TestLiteral = {
  readonly type: "number" | "string" | "boolean" | "null";
  /** As a literal of the language, with its quotes. */
  readonly text: string;
  /** What an assertion compares with, or what goes into a call; `other` where that cannot be told. */
  readonly role: "expected" | "input" | "other";
};

/** A value that an expression was observed to have. */
export type NodeValue = {
  /** Id of the test that was running; null where none was. */
  readonly test: string | null;
  /** Of JavaScript's `typeof`, with "null" and "array" apart, or Python's type name. */
  readonly type: string;
  /** JSON where it is plain data, else a short description; capped. */
  readonly text: string;
  /** Whether the test fails that was running. */
  readonly isFailing: boolean;
};

/** What is known of a file from outside of it: from gates, from the failing tests, from runs. Each part may be absent. */
export type Clues = {
  /** Of this file alone. */
  readonly findings?: readonly ContextFinding[];
  /** In the order of their first use, each once. */
  readonly literals?: readonly TestLiteral[];
  /** The first values of an expression, in the order in which they came; none where it was not observed. */
  readonly values?: (node: SyntaxNode) => readonly NodeValue[];
};
