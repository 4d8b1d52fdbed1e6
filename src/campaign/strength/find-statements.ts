import { findEnclosingNames } from "../../brain/search/enclosing-name.ts";
import { functionTypes } from "../../operators/scope-types.ts";
import type { Source } from "../../syntax/source.ts";
import { childOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";

/** A statement, or the head of one that holds others. */
export type Statement = {
  /** 1-based and inclusive: an execution goes through all of these lines or none. */
  readonly from: number;
  readonly to: number;
  /** The outermost function that it is in, as a key of the file; "" outside of all. */
  readonly owner: string;
  /** The owner's name; "" where it has none. */
  readonly name: string;
  /** Whether it is the head of its owner, which says nothing of what is inside. */
  readonly isHead: boolean;
};

const statementType = /(?:_statement|_declaration|_definition|_clause|_case|_default)$/;
const namingTypes = new Set([
  ...["variable_declarator", "pair", "assignment_expression", "field_definition", "public_field_definition"],
]);
const bodyFields = new Set(["body", "consequence", "alternative"]);
const bodyTypes = new Set(["statement_block", "block", "class_body", "switch_body"]);
/** What a line may consist of without doing anything. */
const punctuation = /^[\s()[\]{};,]*$/;

/**
 * The statements that the lines belong to, each once and in order. Lines without code (comments, docstrings, closing
 * brackets, types that stand alone) belong to none. Pure.
 */
export function findStatements(source: Source, lines: readonly number[]): readonly Statement[] {
  const wanted = new Set(lines);
  const statements = new Map<string, Statement>();
  const visit = (node: SyntaxNode, around: SyntaxNode | null, outermost: SyntaxNode | null): void => {
    if (node.type === "comment" || isSilent(node)) return;
    const isFunction = functionTypes.has(node.type);
    const owner = outermost ?? (isFunction ? node : null);
    const own = isFunction || statementType.test(node.type) ? node : around;
    for (const child of node.children) visit(child, own, owner);
    if (
      node.children.length > 0 ||
      isExportWord(node) ||
      punctuation.test(source.text.slice(node.start, node.end))
    )
      return;
    for (let line = node.line; line <= node.endLine; line += 1) {
      if (!wanted.has(line)) continue;
      const found = build(own ?? node, owner, source);
      statements.set(`${found.from}-${found.to} ${found.owner}`, found);
    }
  };
  visit(source.root, null, null);
  return [...statements.values()].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

/** Types are erased, and a string that stands alone is a docstring or a directive. */
function isSilent({ type, children }: SyntaxNode): boolean {
  if (type === "interface_declaration" || type === "type_alias_declaration") return true;
  return (
    type === "expression_statement" &&
    children.every((child) => child.type === "string" || child.type === ";")
  );
}

/** It belongs to what is exported. */
function isExportWord({ isNamed, parent }: SyntaxNode): boolean {
  return !isNamed && parent?.type === "export_statement" && childOf(parent, "declaration") !== null;
}

/** A statement that holds others, or a function, counts by its head alone, in the lines ahead of what it holds. */
function build(node: SyntaxNode, owner: SyntaxNode | null, source: Source): Statement {
  const body = findBody(node);
  const opensOnItsLine = body !== null && (source.text[body.start] === "{" || body.line === node.line);
  const to = body === null ? node.endLine : Math.max(node.line, opensOnItsLine ? body.line : body.line - 1);
  return {
    ...{ from: node.line, to, owner: owner === null ? "" : `${owner.start}` },
    name: owner === null ? "" : nameOf(owner, source),
    isHead: node === owner && body !== null && body.endLine > to,
  };
}

/**
 * The name that V8 counts calls of a function under, without what it puts around it; "" where the code gives none. A
 * function that is handed to another one has none, whatever the result is called.
 */
function nameOf(owner: SyntaxNode, source: Source): string {
  const isNamed = childOf(owner, "name") !== null || namingTypes.has(owner.parent?.type ?? "");
  const [first] = owner.children;
  if (!isNamed || first === undefined) return "";
  const [name = "", outer = ""] = findEnclosingNames(first, source);
  return name === "constructor" ? outer : name;
}

/** The body of a statement, or that of the first function in it. */
function findBody(node: SyntaxNode): SyntaxNode | null {
  const isBody = ({ field, type }: SyntaxNode) =>
    bodyTypes.has(type) || (field !== null && bodyFields.has(field));
  for (const inner of walkTree(node)) {
    if (inner !== node && !functionTypes.has(inner.type)) continue;
    const body = inner.children.find(isBody);
    if (body !== undefined) return body;
  }
  return null;
}
