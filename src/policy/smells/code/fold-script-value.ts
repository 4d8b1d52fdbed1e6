import { type Source, textOf } from "../../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../../syntax/syntax-node.ts";
import type { KnownValue } from "./code-facts.ts";
import { createFolder } from "./create-folder.ts";
import { decodeScriptText } from "./decode-script-text.ts";
import { foldTextCall } from "./fold-text-call.ts";
import { joinParts } from "./join-parts.ts";
import type { Bindings } from "./script-bindings.ts";

/** A function that says which value an expression spells out, or undefined. Pure. */
export function createScriptFolder(
  source: Source,
  bindings: Bindings,
): (node: SyntaxNode) => KnownValue | undefined {
  return createFolder((node, next) => {
    switch (node.type) {
      case "string":
        return decodeScriptText(textOf(node, source).slice(1, -1));
      case "number":
        return Number(textOf(node, source).replaceAll("_", "").replace(/n$/, ""));
      case "true":
      case "false":
        return node.type === "true";
      case "null":
        return null;
      case "regex":
        return undefined;
      case "template_string":
        return joinParts(
          node.children.flatMap((part) => {
            if (!part.isNamed) return [];
            if (part.type !== "template_substitution") return [decodeScriptText(textOf(part, source))];
            return [next(namedChildrenOf(part)[0])];
          }),
        );
      case "parenthesized_expression":
      case "as_expression":
      case "satisfies_expression":
      case "non_null_expression":
        return next(namedChildrenOf(node)[0]);
      case "sequence_expression":
        return next(namedChildrenOf(node).at(-1));
      case "unary_expression": {
        const value = next(childOf(node, "argument"));
        const operator = textOf(childOf(node, "operator") ?? node, source);
        return typeof value === "number" && operator === "-" ? -value : undefined;
      }
      case "binary_expression":
        return combine(
          textOf(childOf(node, "operator") ?? node, source),
          next(childOf(node, "left")),
          next(childOf(node, "right")),
        );
      case "array": {
        const parts = namedChildrenOf(node).flatMap((part) => {
          if (part.type !== "spread_element") return [next(part)];
          const value = next(namedChildrenOf(part)[0]);
          return typeof value === "string" ? [...value] : Array.isArray(value) ? value : [undefined];
        });
        return parts.every((part) => part !== undefined) ? parts : undefined;
      }
      case "identifier": {
        const values = bindings.find(decodeScriptText(textOf(node, source)), node) ?? [];
        const [value] = values;
        return values.length === 1 && value?.kind === "node" && value.trail.length === 0
          ? next(value.node)
          : undefined;
      }
      case "call_expression": {
        const callee = childOf(node, "function");
        const given = namedChildrenOf(childOf(node, "arguments") ?? node).map((part) => next(part));
        if (callee?.type === "identifier") return foldTextCall(textOf(callee, source), undefined, given);
        if (callee?.type !== "member_expression") return undefined;
        const object = childOf(callee, "object");
        const name = textOf(childOf(callee, "property") ?? callee, source);
        const owner = object?.type === "identifier" ? `${textOf(object, source)}.${name}` : name;
        return foldTextCall(owner, undefined, given) ?? foldTextCall(name, next(object), given);
      }
      default:
        return undefined;
    }
  });
}

function combine(
  operator: string,
  left: KnownValue | undefined,
  right: KnownValue | undefined,
): KnownValue | undefined {
  if (typeof left !== "number" || typeof right !== "number")
    return operator === "+" ? joinParts([left, right]) : undefined;
  if (operator === "+") return left + right;
  if (operator === "-") return left - right;
  return operator === "*" ? left * right : undefined;
}
