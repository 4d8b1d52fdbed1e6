import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { excerpt, replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";

const blocks = new Set(["statement_block", "block"]);
/** Statements that build something up, after which it is time to return it. */
const building = /^(?:for|while|do|if|with|try|switch)_/;

/** Mends a function that forgets to return: its last expression, or a variable that it has built. */
export const missingReturn: Operator = {
  name: "missing-return",
  version: 1,
  prior: 0.6,
  languages,
  *find(node, { source, names }): Generator<TextEdit> {
    if (node.type === "expression_statement" && enclosing(node, functionTypes) !== null) {
      const [expression] = namedChildrenOf(node);
      if (expression === undefined || /assignment|update|yield|string/.test(expression.type)) return;
      const weight = isLast(node) ? 1 : 0.3;
      yield {
        start: node.start,
        end: node.start,
        replacement: "return ",
        summary: `return ${excerpt(textOf(expression, source))}`,
        weight,
      };
      return;
    }
    const owner = node.parent?.parent ?? null;
    if (owner === null || !functionTypes.has(owner.type) || !isLast(node) || !building.test(node.type))
      return;
    const end = source.language === "python" ? "" : ";";
    const indent = /[ \t]*$/.exec(source.text.slice(0, node.start))?.[0] ?? "";
    const newline = source.text.includes("\r\n") ? "\r\n" : "\n";
    const built = names
      .inScope(node)
      .filter(
        ({ kind, node: declared }) => kind === "variable" && enclosing(declared, functionTypes) === owner,
      );
    for (const { name } of built.slice(0, 4)) {
      const replacement = `${textOf(node, source)}${newline}${indent}return ${name}${end}`;
      yield replaceNode(node, replacement, source, { weight: 0.8, summary: `return ${name} at the end` });
    }
  },
};

function isLast(statement: SyntaxNode): boolean {
  const parent = statement.parent;
  return parent !== null && blocks.has(parent.type) && namedChildrenOf(parent).at(-1) === statement;
}
