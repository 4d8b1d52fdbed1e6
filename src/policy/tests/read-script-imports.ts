import { isBuiltin } from "node:module";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import { readCallee } from "./read-callee.ts";

/**
 * What an import or `require` declaration binds: local name to `module#name`. Null where the statement is none, or does
 * more than bind names. What is imported as a type alone is left out. Pure.
 */
export function readScriptImports(node: SyntaxNode, source: Source): ReadonlyMap<string, string> | null {
  if (node.type === "import_statement") return readImportStatement(node, source);
  if (node.type === "lexical_declaration" || node.type === "variable_declaration")
    return readRequires(node, source);
  return null;
}

function readImportStatement(node: SyntaxNode, source: Source): ReadonlyMap<string, string> | null {
  const from = childOf(node, "source");
  const clause = node.children.find(({ type }) => type === "import_clause");
  if (from === null || clause === undefined) return null;
  const bindings = new Map<string, string>();
  if (node.children.some(({ type }) => type === "type")) return bindings;
  const module = nameModule(from, source);
  for (const part of walkTree(clause)) {
    if (part.type === "identifier" && part.parent === clause)
      bindings.set(textOf(part, source), `${module}#default`);
    if (part.type === "namespace_import") {
      const name = namedChildrenOf(part)[0];
      if (name !== undefined) bindings.set(textOf(name, source), `${module}#*`);
    }
    const isType = part.children.some(({ type, isNamed }) => type === "type" && !isNamed);
    const name = part.type === "import_specifier" && !isType ? childOf(part, "name") : null;
    if (name !== null)
      bindings.set(textOf(childOf(part, "alias") ?? name, source), `${module}#${textOf(name, source)}`);
  }
  return bindings;
}

function readRequires(node: SyntaxNode, source: Source): ReadonlyMap<string, string> | null {
  const bindings = new Map<string, string>();
  for (const declarator of namedChildrenOf(node)) {
    const [name, value] = [childOf(declarator, "name"), childOf(declarator, "value")];
    const links = value === null ? null : readCallee(value, source);
    const argument = links?.[0]?.call == null ? null : childOf(links[0].call, "arguments");
    const module = argument === null ? undefined : namedChildrenOf(argument)[0];
    if (name === null || links?.[0]?.name !== "require" || module?.type !== "string") return null;
    if (links.slice(1).some(({ call }) => call !== null)) return null;
    const path = [`${nameModule(module, source)}#require`, ...links.slice(1).map((link) => link.name)].join(
      ".",
    );
    if (name.type === "identifier") bindings.set(textOf(name, source), path);
    else if (!bindMembers(name, path, bindings, source)) return null;
  }
  return bindings;
}

function bindMembers(
  pattern: SyntaxNode,
  path: string,
  bindings: Map<string, string>,
  source: Source,
): boolean {
  if (pattern.type !== "object_pattern") return false;
  return namedChildrenOf(pattern).every((part) => {
    const isShort = part.type === "shorthand_property_identifier_pattern";
    const [key, value] = isShort ? [part, part] : [childOf(part, "key"), childOf(part, "value")];
    if (key === null || value === null || (!isShort && value.type !== "identifier")) return false;
    bindings.set(textOf(value, source), `${path}.${textOf(key, source)}`);
    return true;
  });
}

/** `fs` and `node:fs` are one module; `test` and `node:test` are two. */
function nameModule(node: SyntaxNode, source: Source): string {
  const name = textOf(node, source).slice(1, -1);
  return isBuiltin(name) && !name.startsWith("node:") ? `node:${name}` : name;
}
