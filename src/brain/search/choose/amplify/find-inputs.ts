import { isWithin, type SyntaxNode, walkTree } from "../../../../syntax/syntax-node.ts";
import type { Assertion } from "./test-body.ts";

const literals = new Set(["number", "integer", "float", "string", "true", "false", "array", "list"]);

/** Literals in a body that are no key, no docstring, and no part of what an assertion expects. Pure. */
export function findInputs(body: SyntaxNode, assertions: readonly Assertion[]): readonly SyntaxNode[] {
  return [...walkTree(body)].filter((node) => {
    if (!literals.has(node.type) || !node.isNamed || node.field === "key") return false;
    if (node.parent?.type === "expression_statement" || node.parent?.type === "pair_pattern") return false;
    const holding = assertions.find(({ statement }) => isWithin(node, statement));
    return holding === undefined || isWithin(node, holding.actual);
  });
}
