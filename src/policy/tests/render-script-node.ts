import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import { renderTemplate } from "./render-template.ts";

type Render = (node: SyntaxNode, source: Source) => string;

const functions = new Set(["arrow_function", "function_expression"]);
const bodies = new Set(["consequence", "body"]);
const holdsBodies = new Set([
  "if_statement",
  "for_statement",
  "for_in_statement",
  "while_statement",
  "else_clause",
]);

/**
 * The rendering of a node of JavaScript or TypeScript that linters spell anew, or null where it has only one spelling.
 * `render` renders what is inside. Pure.
 */
export function renderScriptNode(node: SyntaxNode, source: Source, render: Render): string | null {
  const { type } = node;
  const inner = (child: SyntaxNode | null) => (child === null ? "" : render(child, source));
  if (type === "template_string" || type === "binary_expression") return renderTemplate(node, source, render);
  if (type === "lexical_declaration" || type === "variable_declaration")
    return `(const ${namedChildrenOf(node).map(inner).join(" ")})`;
  if (type === "array" || type === "array_pattern") return `[${renderElements(node, source, render)}]`;
  if (functions.has(type)) return renderFunction(node, source, render);
  if (type === "required_parameter" || type === "optional_parameter") {
    const value = childOf(node, "value");
    const pattern = inner(childOf(node, "pattern"));
    return value === null ? pattern : `(default ${pattern} ${inner(value)})`;
  }
  if (type === "assignment_pattern")
    return `(default ${inner(childOf(node, "left"))} ${inner(childOf(node, "right"))})`;
  if (type === "pair" || type === "pair_pattern") return renderPair(node, source, render);
  if (type === "subscript_expression") return renderSubscript(node, source, render);
  if (type === "type_assertion") return inner(node.children.findLast(({ isNamed }) => isNamed) ?? null);
  if (type === "statement_block") return `(block ${renderStatements(namedChildrenOf(node), source, render)})`;
  return holdsBodies.has(type) ? renderHolder(node, source, render) : null;
}

/** A hole in an array is kept, a last comma is not. */
function renderElements(node: SyntaxNode, source: Source, render: Render): string {
  const parts: string[] = [];
  let isAfterComma = true;
  for (const child of node.children) {
    if (child.type === ",") {
      if (isAfterComma) parts.push("hole");
      isAfterComma = true;
    } else if (child.isNamed && child.type !== "comment") {
      parts.push(render(child, source));
      isAfterComma = false;
    }
  }
  return parts.join(" ");
}

function renderFunction(node: SyntaxNode, source: Source, render: Render): string | null {
  const isArrow = node.type === "arrow_function";
  if (!isArrow && (childOf(node, "name") !== null || holdsOwnThis(node, source))) return null;
  const body = childOf(node, "body");
  if (body === null || node.children.some(({ type }) => type === "*")) return null;
  const parameters = childOf(node, "parameters");
  const names = parameters === null ? [childOf(node, "parameter")] : namedChildrenOf(parameters);
  const list = names.flatMap((name) => (name === null ? [] : [render(name, source)])).join(" ");
  const isAsync = node.children.some(({ type }) => type === "async");
  const block =
    body.type === "statement_block"
      ? render(body, source)
      : `(block (return_statement return ${render(body, source)}))`;
  return `(${isAsync ? "async-" : ""}lambda (${list}) ${block})`;
}

/** A function with `this` or `arguments` of its own is no arrow function. */
function holdsOwnThis(node: SyntaxNode, source: Source): boolean {
  for (const inner of walkTree(node)) {
    if (inner.type === "this" || inner.type === "meta_property") return true;
    if (inner.type === "identifier" && textOf(inner, source) === "arguments") return true;
  }
  return false;
}

function renderPair(node: SyntaxNode, source: Source, render: Render): string | null {
  const [key, value] = [childOf(node, "key"), childOf(node, "value")];
  if (key === null || value === null) return null;
  const name = key.type === "string" ? render(key, source).slice(1, -1) : render(key, source);
  const shown = render(value, source);
  return key.type !== "computed_property_name" && name === shown && value.type === "identifier"
    ? name
    : `(pair ${name} ${shown})`;
}

function renderSubscript(node: SyntaxNode, source: Source, render: Render): string | null {
  const [object, index] = [childOf(node, "object"), childOf(node, "index")];
  if (object === null || index?.type !== "string" || childOf(node, "optional_chain") !== null) return null;
  const name = render(index, source).slice(1, -1);
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `(member_expression ${render(object, source)} . ${name})` : null;
}

function renderHolder(node: SyntaxNode, source: Source, render: Render): string {
  const parts = node.children.map((child) => {
    const isBody = child.isNamed && (bodies.has(child.field ?? "") || node.type === "else_clause");
    return isBody &&
      child.type !== "statement_block" &&
      child.type !== "if_statement" &&
      child.type !== "comment"
      ? `(block ${render(child, source)})`
      : render(child, source);
  });
  return `(${node.type} ${parts.filter((part) => part !== "" && (part !== ";" || node.type === "for_statement")).join(" ")})`;
}

function renderStatements(nodes: readonly SyntaxNode[], source: Source, render: Render): string {
  return nodes
    .map((node) => render(node, source))
    .filter((text) => text !== "")
    .join(" ");
}
