import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { ExportedName, ExportedNames } from "./exported-names.ts";

/**
 * What a Python module offers: what `__all__` lists, or else its functions and classes without a leading underscore.
 * Variables and imports are reachable, and offered by `__all__` alone. Pure.
 */
export function listPythonExports(source: Source): ExportedNames {
  const statements = topLevel(source.root);
  const listed = statements.flatMap((node) => listedNames(node, source));
  const bound = statements.flatMap((node) => boundNames(node, source));
  const isExplicit = listed.length > 0;
  const offered = bound.filter(({ isDefinition, name }) => isDefinition && !name.startsWith("_"));
  const exported: readonly ExportedName[] = isExplicit
    ? listed
    : offered.map(({ name, line }) => ({ name, line }));
  const reachable = new Set([...exported, ...bound].map(({ name }) => name));
  return { exported, reachable, isExplicit };
}

/** Statements that run when the module is loaded, those in `if`, `try` and `with` included. */
function topLevel(node: SyntaxNode): readonly SyntaxNode[] {
  return namedChildrenOf(node).flatMap((child) => {
    const isBranch = /^(if|try|with|for|while|match)_statement$|_clause$|^block$/.test(child.type);
    return isBranch ? topLevel(child) : [child];
  });
}

function listedNames(statement: SyntaxNode, source: Source): readonly ExportedName[] {
  if (statement.type !== "expression_statement" || !/^__all__\b/.test(textOf(statement, source))) return [];
  const strings = [...walkTree(statement)].filter(({ type }) => type === "string");
  return strings.map((node) => ({
    name: textOf(node, source).replace(/^\w*["']+|["']+$/g, ""),
    line: node.line,
  }));
}

type BoundName = ExportedName & { readonly isDefinition: boolean };

function boundNames(statement: SyntaxNode, source: Source): readonly BoundName[] {
  const bind = (node: SyntaxNode | null, isDefinition: boolean): readonly BoundName[] =>
    node === null ? [] : [{ name: textOf(node, source), line: statement.line, isDefinition }];
  switch (statement.type) {
    case "decorated_definition":
      return bind(childOf(childOf(statement, "definition") ?? statement, "name"), true);
    case "function_definition":
    case "class_definition":
      return bind(childOf(statement, "name"), true);
    case "import_statement":
    case "import_from_statement":
      return statement.children
        .filter(({ field }) => field === "name")
        .flatMap((name) => bind(childOf(name, "alias") ?? name, false));
    case "expression_statement":
      return namedChildrenOf(statement)
        .filter(({ type }) => type === "assignment")
        .flatMap((assignment) => [...walkTree(childOf(assignment, "left") ?? assignment)])
        .filter(({ type }) => type === "identifier")
        .flatMap((name) => bind(name, false));
    default:
      return [];
  }
}
