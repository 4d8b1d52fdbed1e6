import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Names } from "../names.ts";
import type { OperatorContext } from "../operator.ts";

/** A pure function of a node and its context that works once for each node, for as long as operators look at the file. */
export function rememberInContext<Value>(
  compute: (node: SyntaxNode, context: OperatorContext) => Value,
): (node: SyntaxNode, context: OperatorContext) => Value {
  // Clues differ from task to task where the tree does not; the names are collected anew for each.
  const known = new WeakMap<Names, Map<SyntaxNode, Value>>();
  return (node, context) => {
    const values = known.get(context.names) ?? new Map<SyntaxNode, Value>();
    known.set(context.names, values);
    const value = values.get(node);
    if (value !== undefined) return value;
    const computed = compute(node, context);
    values.set(node, computed);
    return computed;
  };
}
