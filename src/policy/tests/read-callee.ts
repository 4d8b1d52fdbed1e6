import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";

/** One link of a callee such as `it.each(rows).skip`: a name, and the arguments where it is called on the way. */
export type CalleeLink = { readonly name: string; readonly call: SyntaxNode | null };

/** The links of a callee, outermost name first; null where it is anything but names, members and calls of them. Pure. */
export function readCallee(node: SyntaxNode, source: Source): readonly CalleeLink[] | null {
  switch (node.type) {
    case "identifier":
    case "this":
      return [{ name: textOf(node, source), call: null }];
    case "member_expression":
    case "attribute": {
      const object = childOf(node, "object");
      const member = childOf(node, "property") ?? childOf(node, "attribute");
      const links = object === null ? null : readCallee(object, source);
      return links === null || member === null
        ? null
        : [...links, { name: textOf(member, source), call: null }];
    }
    case "subscript_expression": {
      const [object, index] = [childOf(node, "object"), childOf(node, "index")];
      const links = object === null ? null : readCallee(object, source);
      if (links === null || index?.type !== "string") return null;
      return [...links, { name: textOf(index, source).slice(1, -1), call: null }];
    }
    case "call_expression":
    case "call": {
      const callee = childOf(node, "function");
      const links = callee === null ? null : readCallee(callee, source);
      const last = links?.at(-1);
      if (links === null || last === undefined) return null;
      return [...links.slice(0, -1), { name: last.name, call: node }];
    }
    case "parenthesized_expression":
    case "await_expression":
    case "await":
    case "non_null_expression": {
      const inner = node.children.find(({ isNamed }) => isNamed);
      return inner === undefined ? null : readCallee(inner, source);
    }
    default:
      return null;
  }
}

/** A callee as a dotted path without arguments, such as `expect.not.toBe`; "" where it has none. Pure. */
export function renderCallee(node: SyntaxNode | null, source: Source): string {
  const links = node === null ? null : readCallee(node, source);
  return links === null ? "" : links.map(({ name }) => name).join(".");
}
