import { type Source, textOf } from "../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../syntax/syntax-node.ts";

/** A call, taken apart. */
export type Call = {
  readonly node: SyntaxNode;
  readonly callee: SyntaxNode;
  /** The callee's last name: `slice` of `a.b.slice`; "" where it is called by something else. */
  readonly name: string;
  /** The node of that name. */
  readonly nameNode: SyntaxNode;
  /** What it is a method of; null for a plain function. */
  readonly object: SyntaxNode | null;
  /** The list with its brackets. */
  readonly list: SyntaxNode;
  /** All arguments, keyword and spread ones too. */
  readonly values: readonly SyntaxNode[];
  readonly isNew: boolean;
};

const callTypes = new Set(["call_expression", "call", "new_expression"]);
const nameTypes = new Set(["identifier", "property_identifier", "private_property_identifier"]);

/** Takes a call of a function, a method or a constructor apart; null for any other node and for tagged templates. */
export function readCall(node: SyntaxNode, source: Source): Call | null {
  if (!callTypes.has(node.type)) return null;
  const callee = childOf(node, "function") ?? childOf(node, "constructor");
  const list = childOf(node, "arguments");
  if (callee === null || list === null || !/^argument/.test(list.type)) return null;
  const nameNode = childOf(callee, "property") ?? childOf(callee, "attribute") ?? callee;
  return {
    node,
    callee,
    name: nameTypes.has(nameNode.type) ? textOf(nameNode, source) : "",
    nameNode,
    object: nameNode === callee ? null : childOf(callee, "object"),
    list,
    values: namedChildrenOf(list),
    isNew: node.type === "new_expression",
  };
}
