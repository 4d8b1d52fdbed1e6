import type { Source } from "../../../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../../../syntax/syntax-node.ts";
import type { Insertion } from "./plan-fuel.ts";

/** A part of a source that is told when it is executed. */
export type CoveredPart = {
  readonly start: number;
  readonly end: number;
  /** 1-based lines that are executed with it; none of a part of an expression. */
  readonly lines: readonly number[];
  /** Index of the part that it is in; null at the top. */
  readonly parent: number | null;
};

const listTypes = new Set(["program", "statement_block", "switch_case", "switch_default"]);
const loops = new Set(["for_statement", "for_in_statement", "while_statement", "do_statement"]);
const compound = new Set([
  ...loops,
  "if_statement",
  "try_statement",
  "switch_statement",
  "labeled_statement",
]);
const simple = new Set([
  ...["expression_statement", "lexical_declaration", "variable_declaration", "return_statement"],
  ...["throw_statement", "break_statement", "continue_statement", "export_statement"],
]);
const functions = new Set([
  ...["arrow_function", "function_expression", "generator_function", "method_definition"],
  ...["function_declaration", "generator_function_declaration"],
]);
const logical = new Set(["&&", "||", "??"]);

/** How a part is marked: ahead of it, or around it as a block or as an expression. */
type Way = "ahead" | "block" | "expression";

/**
 * Where a script has to tell that it was executed: each statement, each branch of an expression, each function that is an
 * expression. Insertions are in the order in which they are to be put in; `call(index)` is the text that tells. Pure.
 */
export function planCover(
  source: Source,
  call: (index: number) => string,
): { readonly parts: readonly CoveredPart[]; readonly insertions: readonly Insertion[] } {
  const parts: CoveredPart[] = [];
  const opening: Insertion[] = [];
  const closing: Insertion[] = [];
  const visit = (node: SyntaxNode, above: number | null): void => {
    const way = findWay(node);
    if (way === null) {
      for (const child of node.children) visit(child, above);
      return;
    }
    const index = parts.length;
    parts.push({ start: node.start, end: node.end, lines: findLines(node, way), parent: above });
    const [before, after] = wrap(call(index), way);
    opening.push({ at: node.start, text: before });
    if (after !== "") closing.push({ at: node.end, text: after });
    for (const child of node.children) visit(child, index);
  };
  visit(source.root, null);
  return { parts, insertions: [...closing.reverse(), ...opening].toSorted((a, b) => a.at - b.at) };
}

function wrap(call: string, way: Way): readonly [string, string] {
  if (way === "ahead") return [`${call};`, ""];
  return way === "block" ? [`{${call};`, "}"] : [`(${call}, `, ")"];
}

function findWay(node: SyntaxNode): Way | null {
  const { parent, field, type } = node;
  if (parent === null) return null;
  if (simple.has(type) || compound.has(type)) {
    if (type === "export_statement" && !declares(node)) return null;
    if (listTypes.has(parent.type)) return isDirective(node) ? null : "ahead";
    const isBody = loops.has(parent.type) ? field === "body" : field === "consequence";
    return isBody || parent.type === "else_clause" ? "block" : null;
  }
  if (parent.type === "arrow_function" && field === "body")
    return type === "statement_block" ? null : "expression";
  if (parent.type === "ternary_expression" && field !== "condition" && node.isNamed) return "expression";
  const isRight = parent.type === "binary_expression" && field === "right";
  return isRight && logical.has(childOf(parent, "operator")?.type ?? "") ? "expression" : null;
}

/** Whether an export is of values that are made here: `export const …`. */
function declares(node: SyntaxNode): boolean {
  return childOf(node, "declaration")?.type === "lexical_declaration";
}

/** A string at the start of a file or function may be a directive, which has to come first. */
function isDirective(node: SyntaxNode): boolean {
  return node.type === "expression_statement" && namedChildrenOf(node)[0]?.type === "string";
}

/** All lines of what is executed as a whole, without functions within it; the first one of what holds other statements. */
function findLines(node: SyntaxNode, way: Way): readonly number[] {
  if (way === "expression" && node.parent?.type !== "arrow_function") return [];
  const last = compound.has(node.type) ? node.line : node.endLine;
  const inner = [...walkTree(node)].flatMap((found) => {
    const body = found === node || !functions.has(found.type) ? null : childOf(found, "body");
    return body === null || body.endLine === body.line ? [] : [body];
  });
  const lines = Array.from({ length: last - node.line + 1 }, (_, at) => node.line + at);
  return lines.filter((line) => !inner.some((body) => body.line < line && line <= body.endLine));
}
