import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Suppression } from "./suppression.ts";

type Escape = { readonly kind: string; readonly severity: Suppression["severity"] };

/** Casts that switch the type checker off for a value, and notes of what merely weakens it. Pure. */
export function listTypeEscapes(source: Source): readonly Suppression[] {
  const read = source.language === "python" ? readPython : readScript;
  return [...walkTree(source.root)].flatMap((node) => {
    const found = read(node, source);
    if (found === null) return [];
    const text = textOf(node, source).replace(/\s+/g, " ").slice(0, 80);
    return [{ ...found, rule: "*", reach: 1, line: node.line, text }];
  });
}

const deny = (kind: string): Escape => ({ kind, severity: "denial" });
const note = (kind: string): Escape => ({ kind, severity: "note" });

function readScript(node: SyntaxNode, source: Source): Escape | null {
  switch (node.type) {
    case "as_expression":
    case "type_assertion":
    case "satisfies_expression":
      return readCast(node, source);
    case "non_null_expression":
      return note("non-null assertion");
    case "predefined_type":
      return textOf(node, source) === "any" && !isCast(node) ? note("type any") : null;
    default:
      return null;
  }
}

function readCast(node: SyntaxNode, source: Source): Escape | null {
  const parts = namedChildrenOf(node);
  const target = node.type === "type_assertion" ? parts[0] : parts.at(-1);
  const value = node.type === "type_assertion" ? parts.at(-1) : parts[0];
  if (target === undefined || node.type === "satisfies_expression") return null;
  const name = textOf(target, source).replace(/^<|>$|[()\s]/g, "");
  if (name === "never") return deny("cast to never");
  if (/^(?:any|any\[\]|(?:Readonly)?Array<any>?|Record<\w+,any>?|\{\[\w+:\w+\]:any;?\})$/.test(name))
    return deny("cast to any");
  return value !== undefined && isCastToUnknown(value, source) ? deny("cast by way of unknown") : null;
}

function isCastToUnknown(node: SyntaxNode, source: Source): boolean {
  const inner = node.type === "parenthesized_expression" ? namedChildrenOf(node)[0] : node;
  if (inner?.type !== "as_expression" && inner?.type !== "type_assertion") return false;
  return namedChildrenOf(inner).some((part) => /^<?\s*unknown\s*>?$/.test(textOf(part, source)));
}

/** `any` that `readCast` has counted already. */
function isCast(node: SyntaxNode): boolean {
  const above = node.parent?.type === "type_arguments" ? node.parent.parent : node.parent;
  return above?.type === "as_expression" || above?.type === "type_assertion";
}

function readPython(node: SyntaxNode, source: Source): Escape | null {
  if (node.type === "call") {
    const callee = childOf(node, "function");
    const list = childOf(node, "arguments");
    const first = list === null ? undefined : namedChildrenOf(list)[0];
    const isCastCall = callee !== null && /^(?:\w+\.)?cast$/.test(textOf(callee, source));
    const target = first === undefined ? "" : textOf(first, source).replace(/["'\s]/g, "");
    return isCastCall && /^(?:\w+\.)?Any$/.test(target) ? deny("cast to Any") : null;
  }
  if (node.type === "decorator")
    return /\bno_type_check\b/.test(textOf(node, source)) ? deny("no_type_check") : null;
  const isAny = node.type === "type" && /^(?:\w+\.)?Any$/.test(textOf(node, source));
  return isAny ? note("type Any") : null;
}
