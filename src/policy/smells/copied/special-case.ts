import type { SyntaxNode } from "../../../syntax/syntax-node.ts";
import type { Literal } from "./literal.ts";

/** Code that answers certain values in a certain way. */
export type SpecialCase = {
  readonly node: SyntaxNode;
  /** What is compared; a row's key. */
  readonly asked: readonly Literal[];
  /** What then is returned or assigned; a row's value. */
  readonly answered: readonly Literal[];
  readonly form: "condition" | "row" | "constant";
  /** What is compared with the values, as it is written; a row's table. */
  readonly subject: string;
  /** Whether an error is thrown instead. */
  readonly isThrown: boolean;
};
