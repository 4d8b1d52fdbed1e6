import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import {
  childOf,
  enclosing,
  isWithin,
  namedChildrenOf,
  type SyntaxNode,
  walkTree,
} from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { functionTypes } from "../scope-types.ts";
import { findChanged } from "../synthesis/find-changed.ts";
import type { TextEdit } from "../text-edit.ts";
import { readLayout } from "./layout.ts";
import { isListed, placeBefore, placeBehind, statementsIn } from "./place-statement.ts";

const loops = new Set(["for_statement", "for_in_statement", "while_statement", "do_statement"]);
const changedIn = rememberByNode((code, source: Source) => findChanged(code, source));
const fresh =
  /^(?:-?\d+(?:\.\d+)?|"[^"]*"|'[^']*'|\[\]|\{\}|true|false|null|None|True|False|""|set\(\)|new (?:Map|Set)\(\))$/;

/**
 * Mends a variable that keeps what it had in the last turn or group: gives it its first value again at the start of a
 * loop's body, or behind the statement that hands it on (`groups.push(group); group = [];`).
 */
export const resetInLoop: Operator = {
  name: "reset-in-loop",
  version: 1,
  prior: 0.25,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    if (!isListed(node)) return;
    const loop = enclosing(node, loops);
    const owner = enclosing(node, functionTypes);
    if (loop === null || (owner !== null && owner.start > loop.start)) return;
    const layout = readLayout(context.source);
    const isFirst = childOf(loop, "body") === node.parent && statementsIn(loopBody(loop))[0] === node;
    for (const { name, value } of listFirstValues(node, loop, context)) {
      const line = `${name} = ${value}${layout.end}`;
      const summary = `${name} = ${value} again`;
      if (isFirst) {
        const placed = placeBefore(node, [line], context.source, layout);
        if (placed !== null) yield { ...placed, summary, weight: 0.8 };
      }
      const isHandedOn = hasName(node, name, context.source) && node.type === "expression_statement";
      if (!isHandedOn && !isEndOfBranch(node, loop)) continue;
      const placed = placeBehind(node, [line], context.source, layout);
      if (placed !== null) yield { ...placed, summary, weight: isHandedOn ? 1 : 0.5 };
    }
  },
};

const loopBody = (loop: SyntaxNode) => childOf(loop, "body") ?? loop;

function isEndOfBranch(node: SyntaxNode, loop: SyntaxNode): boolean {
  const block = node.parent;
  if (block === null || block.parent === loop || statementsIn(block).at(-1) !== node) return false;
  return !/^(?:return|break|continue|throw|raise)_/.test(node.type);
}

/** Variables of the function that start ahead of the loop with a plain value and that the loop changes. */
function listFirstValues(
  node: SyntaxNode,
  loop: SyntaxNode,
  { source, names }: OperatorContext,
): readonly { readonly name: string; readonly value: string }[] {
  return names.inScope(node).flatMap(({ name, kind, node: declared }) => {
    const { parent } = declared;
    if (kind !== "variable" || parent === null || isWithin(declared, loop)) return [];
    if (enclosing(declared, functionTypes) !== enclosing(loop, functionTypes)) return [];
    const value = childOf(parent, "value") ?? childOf(parent, "right");
    if (value === null || value === declared || !fresh.test(textOf(value, source))) return [];
    return changedIn(loop, source).has(name) ? [{ name, value: textOf(value, source) }] : [];
  });
}

function hasName(node: SyntaxNode, name: string, source: Source): boolean {
  const [expression] = namedChildrenOf(node);
  const list =
    expression === undefined ? null : (childOf(expression, "arguments") ?? childOf(expression, "right"));
  if (list === null) return false;
  for (const inner of walkTree(list))
    if (inner.type === "identifier" && textOf(inner, source) === name) return true;
  return false;
}
