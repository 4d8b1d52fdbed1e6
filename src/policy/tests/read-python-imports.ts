import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";

/**
 * What an import statement of Python binds: local name to `module#name`. Null where the statement is no import, or binds
 * every name of a module. Pure.
 */
export function readPythonImports(node: SyntaxNode, source: Source): ReadonlyMap<string, string> | null {
  const bindings = new Map<string, string>();
  const names = node.children.filter(({ field }) => field === "name");
  if (node.type === "import_statement") {
    for (const name of names) {
      const [module, local] = readName(name, source);
      const top = module.split(".")[0] ?? module;
      // `import a.b` and `import a.c` both bind `a`: what is loaded beneath it counts too.
      if (local === null) bindings.set(module, `${module}#`).set(top, `${top}#`);
      else bindings.set(local, `${module}#`);
    }
    return bindings;
  }
  if (node.type === "future_import_statement") return bindings;
  const module = node.type === "import_from_statement" ? childOf(node, "module_name") : null;
  if (module === null || node.children.some(({ type }) => type === "wildcard_import")) return null;
  for (const name of names) {
    const [imported, local] = readName(name, source);
    bindings.set(local ?? imported, `${textOf(module, source)}#${imported}`);
  }
  return bindings;
}

function readName(node: SyntaxNode, source: Source): readonly [string, string | null] {
  const [name, alias] = [childOf(node, "name"), childOf(node, "alias")];
  return name === null || alias === null
    ? [textOf(node, source), null]
    : [textOf(name, source), textOf(alias, source)];
}
