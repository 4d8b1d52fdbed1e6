import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { renderNumber, renderString } from "./render-literal.ts";
import { renderScriptNode } from "./render-script-node.ts";

/** Types of TypeScript that are gone when it runs; renderings leave them out. */
const erased = new Set([
  "accessibility_modifier",
  "ambient_declaration",
  "comment",
  "empty_statement",
  "html_comment",
  "interface_declaration",
  "line_continuation",
  "override_modifier",
  "type_alias_declaration",
  "type_annotation",
  "type_arguments",
  "type_parameters",
  "type_predicate_annotation",
]);

/** A node around another that says nothing of its own. */
const transparent = new Set([
  "as_expression",
  "non_null_expression",
  "parenthesized_expression",
  "satisfies_expression",
]);

const punctuation = new Set([";", ","]);

/**
 * What a piece of code does, as text: the syntax tree in one spelling. Two pieces have the same rendering if they differ
 * in format, comments, quotes, types that are gone at run time, or in what a linter's own fix changes (`let` and `const`,
 * braces around one statement, arrow functions, shorthand properties, redundant brackets). Names, literals and operators
 * are kept. Pure.
 */
export function renderCanonical(node: SyntaxNode, source: Source): string {
  if (erased.has(node.type)) return "";
  if (transparent.has(node.type)) {
    const inner = node.children.find(({ isNamed, type }) => isNamed && type !== "comment");
    return inner === undefined ? "" : renderCanonical(inner, source);
  }
  if (node.type === "string" || node.type === "concatenated_string") return renderString(node, source);
  if (node.type === "number" || node.type === "integer" || node.type === "float")
    return renderNumber(textOf(node, source));
  if (node.children.length === 0) return textOf(node, source);
  const special =
    source.language === "python"
      ? renderPythonNode(node, source)
      : renderScriptNode(node, source, renderCanonical);
  return special ?? `(${node.type} ${renderChildren(node.children, source)})`;
}

/** Renderings of nodes in a row, without what says nothing. */
function renderChildren(children: readonly SyntaxNode[], source: Source): string {
  return children
    .filter((child) => child.isNamed || !punctuation.has(child.type))
    .map((child) => renderCanonical(child, source))
    .filter((text) => text !== "")
    .join(" ");
}

function renderPythonNode(node: SyntaxNode, source: Source): string | null {
  const { type, children } = node;
  if (type === "typed_parameter") {
    const name = children[0];
    return name === undefined ? "" : renderCanonical(name, source);
  }
  if (type === "typed_default_parameter" || type === "default_parameter") {
    const [name, value] = [childOf(node, "name"), childOf(node, "value")];
    return name && value
      ? `(default ${renderCanonical(name, source)} ${renderCanonical(value, source)})`
      : null;
  }
  if (type === "assignment" && childOf(node, "right") !== null) {
    const kept = children.filter((child) => child.field !== "type" && child.type !== ":");
    return `(assignment ${renderChildren(kept, source)})`;
  }
  if (type === "function_definition") {
    const kept = children.filter((child) => child.field !== "return_type" && child.type !== "->");
    return `(function ${renderChildren(kept, source)})`;
  }
  if (type === "block") {
    const [first, ...rest] = children.filter((child) => child.type !== "comment");
    const isDocumented = first !== undefined && isDocstring(first) && !textOf(first, source).includes(">>>");
    return `(block ${renderChildren(first === undefined || isDocumented ? rest : [first, ...rest], source)})`;
  }
  return null;
}

function isDocstring(node: SyntaxNode): boolean {
  return node.type === "expression_statement" && node.children[0]?.type === "string";
}
