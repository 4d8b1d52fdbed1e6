import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { ProbeValue } from "./probe-value.ts";
import { readLiteral } from "./read-literal.ts";

/** Arguments of the calls of a function in a file, where all of them are literals; each list once, in source order. Pure. */
export function findCalls(name: string, source: Source): readonly (readonly ProbeValue[])[] {
  const found = new Map<string, readonly ProbeValue[]>();
  for (const node of walkTree(source.root)) {
    if (node.type !== "call_expression" && node.type !== "call") continue;
    const list = childOf(node, "arguments");
    if (list === null || calledName(node, source) !== name) continue;
    const read = namedChildrenOf(list).map((argument) => readLiteral(argument, source));
    const values = read.flatMap((literal) => (literal.isLiteral ? [literal.value] : []));
    if (values.length === read.length) found.set(JSON.stringify(values), values);
  }
  return [...found.values()];
}

/** `f` of `f(…)` and `module.f(…)`. */
function calledName(call: SyntaxNode, source: Source): string | null {
  const callee = childOf(call, "function");
  if (callee === null) return null;
  const name =
    callee.type === "identifier" ? callee : (childOf(callee, "property") ?? childOf(callee, "attribute"));
  return name === null ? null : textOf(name, source);
}
