import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";
import { isFirstOnLine, readLayout } from "../statement/layout.ts";
import { isListed, placeBehind, writeIf } from "../statement/place-statement.ts";
import type { TextEdit } from "../text-edit.ts";

const loops = /^(?:for_statement|for_in_statement|while_statement)$/;
const handing = /\.(?:push|append|add|unshift)$/;

/** Mends a loop that hands on what it has gathered in a branch, and forgets the rest: hands it on behind the loop, if there is some. */
export const flushBehindLoop: Operator = {
  name: "flush-behind-loop",
  version: 1,
  prior: 0.35,
  languages,
  isRepairOnly: true,
  *find(node, { source }): Generator<TextEdit> {
    if (!loops.test(node.type) || !isListed(node) || !isFirstOnLine(node, source)) return;
    const layout = readLayout(source);
    for (const { text, rest } of findHandedOn(node, source)) {
      const line = `${text}${layout.end}`;
      const size = layout.isPython ? rest : `${rest}.length > 0`;
      for (const [lines, weight] of [
        [writeIf(size, [line], layout), 1],
        [[line], 0.8],
        [layout.isPython ? [] : writeIf(rest, [line], layout), 0.5],
        [writeIf(layout.isPython ? `${rest} is not None` : `${rest} !== null`, [line], layout), 0.4],
      ] as const) {
        const placed = lines.length === 0 ? null : placeBehind(node, lines, source, layout);
        if (placed !== null) yield { ...placed, summary: `${text} behind the loop`, weight };
      }
    }
  },
};

/** Calls like `groups.push(group)` in a branch of the loop, whose argument is a variable. */
function findHandedOn(
  loop: SyntaxNode,
  source: Source,
): readonly { readonly text: string; readonly rest: string }[] {
  const found = new Map<string, string>();
  const isFunction = (node: SyntaxNode) => functionTypes.has(node.type);
  for (const node of walkTree(childOf(loop, "body") ?? loop, isFunction)) {
    const callee = childOf(node, "function");
    const [first, second] = namedChildrenOf(childOf(node, "arguments") ?? node);
    if (
      callee === null ||
      first === undefined ||
      second !== undefined ||
      !handing.test(textOf(callee, source))
    )
      continue;
    const rest = /^[A-Za-z_$][\w$]*/.exec(
      textOf(first, source).replace(/^(?:\[\.\.\.|list\(|"".join\(|''.join\()/, ""),
    )?.[0];
    if (rest !== undefined && node.parent?.type === "expression_statement")
      found.set(textOf(node, source), rest);
  }
  return [...found].slice(0, 3).map(([text, rest]) => ({ text, rest }));
}
