import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const lists = new Set(["arguments", "argument_list", "array", "list", "set"]);
const spreading = /^(?:spread_element|list_splat)$/;
/** Calls that take elements one by one, where a whole list is a common mistake. */
const taking = /^(?:max|min|push|unshift|concat|splice|add|zip|print|of|from|fromCharCode)$/;

/** Mends a list that is passed or kept as one element, `Math.max(xs)`, `[first, rest]`, and one that is taken apart by mistake. */
export const spreadKind: Operator = {
  name: "spread-kind",
  version: 1,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    if (node.parent === null || !lists.has(node.parent.type) || !node.isNamed) return;
    if (node.parent.parent?.type === "class_definition" || node.parent.parent?.type === "decorator") return;
    if (spreading.test(node.type)) {
      const [inner] = namedChildrenOf(node);
      if (inner !== undefined)
        yield replaceNode(node, textOf(inner, context.source), context.source, { weight: 0.7 });
      return;
    }
    yield* spread(node, context);
  },
};

function* spread(node: SyntaxNode, { source, names }: OperatorContext): Generator<TextEdit> {
  if (
    !/^(?:identifier|member_expression|attribute|call_expression|call|subscript|subscript_expression)$/.test(
      node.type,
    )
  )
    return;
  const type = names.typeOf(node);
  if (["number", "boolean", "function", "null", "string"].includes(type)) return;
  const call = node.parent?.parent ? readCall(node.parent.parent, source) : null;
  const isTaking = call === null || taking.test(call.name);
  const weight = (type === "array" ? 0.9 : 0.4) * (isTaking ? 1 : 0.3);
  const sign = source.language === "python" ? "*" : "...";
  yield replaceNode(node, `${sign}${textOf(node, source)}`, source, { weight });
}
