import { type Source, textOf } from "../../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../../syntax/syntax-node.ts";
import type { KnownValue } from "./code-facts.ts";
import { createFolder, type Fold } from "./create-folder.ts";
import { decodeScriptText } from "./decode-script-text.ts";
import { foldTextCall } from "./fold-text-call.ts";
import { joinParts } from "./join-parts.ts";
import type { PythonBindings } from "./python-bindings.ts";

/** A function that says which value a Python expression spells out, or undefined. Pure. */
export function createPythonFolder(
  source: Source,
  bindings: PythonBindings,
): (node: SyntaxNode) => KnownValue | undefined {
  return createFolder((node, next) => {
    switch (node.type) {
      case "string":
        return foldString(node, next);
      case "concatenated_string":
        return joinParts(namedChildrenOf(node).map(next));
      case "integer":
      case "float": {
        const value = Number(textOf(node, source).replaceAll("_", ""));
        return Number.isNaN(value) ? undefined : value;
      }
      case "true":
      case "false":
        return node.type === "true";
      case "none":
        return null;
      case "parenthesized_expression":
        return next(namedChildrenOf(node)[0]);
      case "unary_operator": {
        const value = next(childOf(node, "argument"));
        return typeof value === "number" && textOf(node, source).startsWith("-") ? -value : undefined;
      }
      case "binary_operator": {
        if (textOf(childOf(node, "operator") ?? node, source) !== "+") return undefined;
        const left = next(childOf(node, "left"));
        const right = next(childOf(node, "right"));
        if (typeof left === "number" && typeof right === "number") return left + right;
        return joinParts([left, right]);
      }
      case "list":
      case "tuple": {
        const parts = namedChildrenOf(node).map(next);
        return parts.every((part) => part !== undefined) ? parts : undefined;
      }
      case "identifier": {
        const values = bindings.find(textOf(node, source).normalize("NFKC"), node) ?? [];
        const [value] = values;
        return values.length === 1 && value?.kind === "node" ? next(value.node) : undefined;
      }
      case "subscript": {
        const value = next(childOf(node, "value"));
        const index = textOf(childOf(node, "subscript") ?? node, source);
        return typeof value === "string" && index === "::-1" ? [...value].reverse().join("") : undefined;
      }
      case "call": {
        const callee = childOf(node, "function");
        const [by, codes] = namedChildrenOf(childOf(node, "arguments") ?? node);
        if (
          callee !== null &&
          textOf(callee, source) === "map" &&
          by !== undefined &&
          textOf(by, source) === "chr"
        ) {
          const list = next(codes);
          return Array.isArray(list)
            ? list.map((code) => foldTextCall("chr", undefined, [code]) ?? null)
            : undefined;
        }
        const given = namedChildrenOf(childOf(node, "arguments") ?? node).map(next);
        if (callee === null) return undefined;
        const whole = foldTextCall(textOf(callee, source), undefined, given);
        if (whole !== undefined || callee.type !== "attribute") return whole;
        const name = textOf(childOf(callee, "attribute") ?? callee, source);
        return foldTextCall(name, next(childOf(callee, "object")), given);
      }
      default:
        return undefined;
    }
  });

  function foldString(node: SyntaxNode, next: Fold) {
    const start = textOf(node.children[0] ?? node, source);
    const isRaw = /^[a-z]*r/i.test(start);
    return joinParts(
      namedChildrenOf(node).flatMap((part): readonly (KnownValue | undefined)[] => {
        if (part.type === "interpolation") return [next(namedChildrenOf(part)[0])];
        if (part.type !== "string_content") return [];
        return [isRaw ? textOf(part, source) : decodeScriptText(textOf(part, source))];
      }),
    );
  }
}
