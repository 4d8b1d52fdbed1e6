import type { Source } from "../../syntax/source.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";

/** Lines of code that one execution goes through, 1-based and inclusive: a statement, or the head of one that holds others. */
export type LineRange = { readonly from: number; readonly to: number };

const statementType = /(?:_statement|_declaration|_definition|_clause|_case|_default)$/;
const bodyFields = new Set(["body", "consequence", "alternative"]);
const bodyTypes = new Set(["statement_block", "block", "class_body", "switch_body"]);
/** What a line may consist of without doing anything. */
const punctuation = /^[\s()[\]{};,]*$/;

/**
 * The statements that the lines belong to, each once. Lines without code (comments, docstrings, closing brackets, types
 * that stand alone) belong to none. Pure.
 */
export function findStatements(source: Source, lines: readonly number[]): readonly LineRange[] {
  const wanted = new Set(lines);
  const ranges = new Map<string, LineRange>();
  const visit = (node: SyntaxNode, statement: SyntaxNode | null): void => {
    if (node.type === "comment" || isSilent(node)) return;
    const own = statementType.test(node.type) ? node : statement;
    if (node.children.length > 0) {
      for (const child of node.children) visit(child, own);
      return;
    }
    if (punctuation.test(source.text.slice(node.start, node.end))) return;
    for (let line = node.line; line <= node.endLine; line += 1) {
      if (!wanted.has(line)) continue;
      const range = own === null ? { from: line, to: line } : rangeOf(own, source);
      ranges.set(`${range.from}-${range.to}`, range);
    }
  };
  visit(source.root, null);
  return [...ranges.values()].toSorted((a, b) => a.from - b.from);
}

/** Types are erased, and a string that stands alone is a docstring or a directive. */
function isSilent(node: SyntaxNode): boolean {
  if (node.type === "interface_declaration" || node.type === "type_alias_declaration") return true;
  return (
    node.type === "expression_statement" &&
    node.children.every(({ type }) => type === "string" || type === ";")
  );
}

/** A statement that holds others counts by its head alone, in the lines ahead of its body. */
function rangeOf(node: SyntaxNode, { text }: Source): LineRange {
  const body = node.children.find(
    ({ field, type }) => bodyTypes.has(type) || (field !== null && bodyFields.has(field)),
  );
  if (body === undefined) return { from: node.line, to: node.endLine };
  const opensOnItsLine = text[body.start] === "{" || body.line === node.line;
  return { from: node.line, to: Math.max(node.line, opensOnItsLine ? body.line : body.line - 1) };
}
