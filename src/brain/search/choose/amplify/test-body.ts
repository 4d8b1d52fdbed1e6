import type { SyntaxNode } from "../../../../syntax/syntax-node.ts";

/** Something that a test asserts: the statement gives way to a note of the expression that it looks at. */
export type Assertion = {
  /** The whole statement, or the whole body of a short function. */
  readonly statement: SyntaxNode;
  /** What the program gave, not what was expected of it. */
  readonly actual: SyntaxNode;
  /** The expression is a function that the assertion calls. */
  readonly isCalled: boolean;
  readonly isAwaited: boolean;
};

/** What a test does, and what of it can be varied. */
export type TestBody = {
  readonly node: SyntaxNode;
  readonly assertions: readonly Assertion[];
  /** Literals that go into the program: those that are expected of it are left out. */
  readonly inputs: readonly SyntaxNode[];
};
