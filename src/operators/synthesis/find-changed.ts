import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";

const mutating =
  /^(?:push|unshift|pop|shift|splice|append|appendleft|popleft|extend|insert|remove|add|discard|set|setdefault|update|delete|clear|sort|reverse|fill|write)$/;

/** The names, and members of `this`, that code assigns or changes by a method, one of `methods` if they are given. Pure. */
export function findChanged(code: SyntaxNode, source: Source, methods = mutating): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const node of walkTree(code)) {
    const target = findTarget(node, source, methods);
    if (target === null) continue;
    const text = textOf(target, source);
    const member = /^(?:this|self)\.#?[\w$]+/.exec(text)?.[0];
    changed.add(member ?? /^[\w$]+/.exec(text)?.[0] ?? text);
  }
  return changed;
}

function findTarget(node: SyntaxNode, source: Source, methods: RegExp): SyntaxNode | null {
  if (/assignment|update_expression/.test(node.type))
    return childOf(node, "left") ?? childOf(node, "argument");
  const callee = childOf(node, "function");
  const method = callee === null ? null : (childOf(callee, "property") ?? childOf(callee, "attribute"));
  return method !== null && methods.test(textOf(method, source)) ? childOf(callee ?? node, "object") : null;
}
