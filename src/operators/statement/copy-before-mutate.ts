import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const mutating =
  /^(?:sort|reverse|splice|fill|push|unshift|pop|shift|copyWithin|append|extend|insert|remove|clear|update)$/;
const keeping = /^(?:push|unshift|append|insert|add|set|extend)$/;

/**
 * Mends a value that is shared where it should be copied: a list sorted or reversed in place, an argument or field that is
 * kept, returned or changed as it came (`found.push(path)` for `found.push([...path])`).
 */
export const copyBeforeMutate: Operator = {
  name: "copy-before-mutate",
  version: 1,
  prior: 0.3,
  languages,
  isRepairOnly: true,
  *find(node, { source }): Generator<TextEdit> {
    const copies = source.language === "python" ? pythonCopies : scriptCopies;
    const weight = weighPlace(node, source);
    if (weight === 0) return;
    const text = textOf(node, source);
    for (const [at, copy] of copies(text).entries()) {
      const summary = `copy ${text}`;
      yield replaceNode(node, copy, source, { weight: weight / (1 + at), summary });
    }
  },
};

const scriptCopies = (text: string) => [`[...${text}]`, `{ ...${text} }`, `structuredClone(${text})`];
const pythonCopies = (text: string) => [`list(${text})`, `dict(${text})`, `${text}.copy()`];

function weighPlace(node: SyntaxNode, source: Source): number {
  const { parent } = node;
  if (parent === null || !/^(?:identifier|member_expression|attribute)$/.test(node.type)) return 0;
  if (node.field === "function" || node.field === "left") return 0;
  const isField = node.type !== "identifier";
  if (node.field === "object") return isMutatedHere(parent, source) ? 1 : 0;
  if (parent.type === "return_statement") return isField ? 0.5 : 0.15;
  if (node.field === "value" && parent.type === "variable_declarator") return 0.4;
  if (node.field === "right" && /^assignment/.test(parent.type)) return 0.5;
  if (parent.type === "arguments" || parent.type === "argument_list")
    return weighArgument(node, parent, source);
  return node.field === "value" && parent.type === "pair" ? 0.2 : 0;
}

/** The object of `list.sort()`, but not where the call is a statement of its own, whose effect would be lost. */
function isMutatedHere(member: SyntaxNode, source: Source): boolean {
  const name = childOf(member, "property") ?? childOf(member, "attribute");
  const call = member.parent;
  if (name === null || call === null || member.field !== "function") return false;
  return mutating.test(textOf(name, source)) && call.parent?.type !== "expression_statement";
}

function weighArgument(node: SyntaxNode, list: SyntaxNode, source: Source): number {
  const callee = list.parent === null ? null : childOf(list.parent, "function");
  if (callee === null) return 0;
  const name = /[A-Za-z_$][\w$]*$/.exec(textOf(callee, source))?.[0] ?? "";
  if (textOf(callee, source) === "Object.assign") return namedChildrenOf(list)[0] === node ? 0.9 : 0;
  return keeping.test(name) ? 0.6 : 0.08;
}
