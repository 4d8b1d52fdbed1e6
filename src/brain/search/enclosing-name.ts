import { functionTypes } from "../../operators/scope-types.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";

const namingTypes = new Set(["variable_declarator", "pair", "assignment_expression", "field_definition"]);

/** The names of the functions, methods and variables around a node, the innermost first. */
export function findEnclosingNames(node: SyntaxNode, source: Source): readonly string[] {
  const names: string[] = [];
  for (let above: SyntaxNode | null = node; above !== null; above = above.parent) {
    if (!functionTypes.has(above.type) && !namingTypes.has(above.type) && !/^class_/.test(above.type))
      continue;
    const named = ["name", "key", "property", "left"]
      .map((field) => childOf(above, field))
      .find((child) => child !== null);
    if (named === undefined) continue;
    // `exports.parse = function` is named by its last part.
    const name = /[A-Za-z_$][\w$]*$/.exec(textOf(named, source))?.[0];
    if (name !== undefined) names.push(name);
  }
  return names;
}
