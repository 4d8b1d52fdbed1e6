import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { ExportedName, ExportedNames } from "./exported-names.ts";
import { listCommonExports } from "./list-common-exports.ts";

/** What a JavaScript or TypeScript module exports, by `export` in every form and as CommonJS. Pure. */
export function listScriptExports(source: Source): ExportedNames {
  const own = source.root.children
    .filter(({ type }) => type === "export_statement")
    .flatMap((node) => namesOf(node, source).map((name) => ({ name, line: node.line })));
  const exported: readonly ExportedName[] = [...own, ...listCommonExports(source)];
  return { exported, reachable: new Set(exported.map(({ name }) => name)), isExplicit: true };
}

function namesOf(node: SyntaxNode, source: Source): readonly string[] {
  const from = childOf(node, "source");
  const hasToken = (type: string) => node.children.some((child) => !child.isNamed && child.type === type);
  if (hasToken("default") || hasToken("=")) return ["default"];
  const clause = node.children.find(({ type }) => type === "export_clause");
  if (clause !== undefined)
    return namedChildrenOf(clause).flatMap((specifier) => {
      const name = childOf(specifier, "alias") ?? childOf(specifier, "name");
      return name === null ? [] : [textOf(name, source).replace(/^["']|["']$/g, "")];
    });
  const space = node.children.find(({ type }) => type === "namespace_export");
  if (space !== undefined) return namedChildrenOf(space).map((name) => textOf(name, source));
  if (from !== null) return [`* of ${textOf(from, source)}`];
  const declaration = childOf(node, "declaration");
  return declaration === null ? [] : declaredNames(declaration, source);
}

function declaredNames(node: SyntaxNode, source: Source): readonly string[] {
  if (node.type === "ambient_declaration")
    return namedChildrenOf(node).flatMap((child) => declaredNames(child, source));
  if (node.type === "lexical_declaration" || node.type === "variable_declaration")
    return namedChildrenOf(node).flatMap((declarator) => {
      const target = childOf(declarator, "name");
      return target === null ? [] : boundNames(target, source);
    });
  const name = childOf(node, "name") ?? node.children.find(({ type }) => type === "identifier");
  return name === undefined ? [] : [textOf(name, source)];
}

function boundNames(target: SyntaxNode, source: Source): readonly string[] {
  if (target.type === "identifier" || target.type === "shorthand_property_identifier_pattern")
    return [textOf(target, source)];
  // A default value and a key bind nothing.
  return target.children
    .filter(({ field }) => field !== "right" && field !== "key")
    .flatMap((child) => boundNames(child, source));
}
