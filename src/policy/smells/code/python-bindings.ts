import { type Source, textOf } from "../../../syntax/source.ts";
import {
  childOf,
  enclosing,
  namedChildrenOf,
  type SyntaxNode,
  walkTree,
} from "../../../syntax/syntax-node.ts";
import type { BoundValue } from "./script-bindings.ts";

/** Names that scopes of a Python file declare, with what they may stand for. */
export type PythonBindings = {
  /** What the name means where `at` stands; null where no scope of the file declares it. */
  find(name: string, at: SyntaxNode): readonly BoundValue[] | null;
  isDeclaration(node: SyntaxNode): boolean;
  /** Modules and members that the file imports, with the node that does. */
  readonly imports: readonly { readonly name: string; readonly node: SyntaxNode }[];
};

const scopeTypes = new Set(["module", "function_definition", "lambda", "class_definition"]);

/** The declarations of a Python file. Identifiers are compared in NFKC, as Python does (PEP 3131). Pure. */
export function readPythonBindings(source: Source): PythonBindings {
  const scopes = new Map<SyntaxNode, Map<string, BoundValue[]>>();
  const declared = new Set<SyntaxNode>();
  const imports: { name: string; node: SyntaxNode }[] = [];
  const nameOf = (node: SyntaxNode) => textOf(node, source).normalize("NFKC").replace(/\s/g, "");
  const scopeOf = (node: SyntaxNode): SyntaxNode => enclosing(node, scopeTypes) ?? source.root;
  /** Scopes that a function names as the owners of its names: `global`, `nonlocal`. */
  const owners = new Map<SyntaxNode, Map<string, SyntaxNode>>();
  const declareName = (name: string, at: SyntaxNode, value: BoundValue | null): void => {
    const scope = owners.get(at)?.get(name) ?? at;
    const names = scopes.get(scope) ?? new Map<string, BoundValue[]>();
    scopes.set(scope, names);
    const values = names.get(name) ?? [];
    names.set(name, values);
    values.push(value ?? { kind: "unknown" });
  };
  const declare = (node: SyntaxNode, scope: SyntaxNode, value: SyntaxNode | null): void => {
    declared.add(node);
    declareName(nameOf(node), scope, value === null ? null : { kind: "node", node: value, trail: [] });
  };
  const bind = (pattern: SyntaxNode, scope: SyntaxNode, value: SyntaxNode | null): void => {
    if (pattern.type === "identifier") declare(pattern, scope, value);
    if (
      !/^(pattern_list|tuple_pattern|list_pattern|list_splat_pattern|as_pattern_target)$/.test(pattern.type)
    )
      return;
    const values =
      value !== null && /^(expression_list|tuple|list)$/.test(value.type) ? namedChildrenOf(value) : [];
    for (const [at, part] of namedChildrenOf(pattern).entries()) bind(part, scope, values[at] ?? null);
  };

  for (const node of walkTree(source.root)) {
    switch (node.type) {
      case "assignment":
      case "named_expression": {
        const left = childOf(node, node.type === "assignment" ? "left" : "name");
        const right = childOf(node, node.type === "assignment" ? "right" : "value");
        if (left !== null) bind(left, scopeOf(node), right);
        break;
      }
      case "augmented_assignment": {
        const left = childOf(node, "left");
        if (left?.type === "identifier") declareName(nameOf(left), scopeOf(node), null);
        break;
      }
      case "for_statement":
      case "for_in_clause":
      case "as_pattern": {
        const left = childOf(node, node.type === "as_pattern" ? "alias" : "left");
        const value = node.type === "as_pattern" ? (namedChildrenOf(node)[0] ?? null) : null;
        if (left !== null) bind(left, scopeOf(node), value);
        break;
      }
      case "function_definition":
      case "class_definition": {
        const name = childOf(node, "name");
        if (name !== null) declare(name, scopeOf(node), node);
        bindParameters(node);
        break;
      }
      case "lambda":
        bindParameters(node);
        break;
      case "global_statement":
      case "nonlocal_statement":
        for (const name of namedChildrenOf(node)) own(name, node);
        break;
      case "import_statement":
      case "import_from_statement":
        bindImport(node);
        break;
      default:
    }
  }

  function own(name: SyntaxNode, { type, parent }: SyntaxNode): void {
    declared.add(name);
    const scope = parent === null ? null : scopeOf(name);
    if (scope === null) return;
    const names = owners.get(scope) ?? new Map<string, SyntaxNode>();
    owners.set(scope, names);
    let outer = type === "global_statement" ? source.root : scopeOf(scope);
    // A class between two functions owns none of their names.
    while (outer.type === "class_definition") outer = scopeOf(outer);
    names.set(nameOf(name), outer);
  }

  function bindParameters(node: SyntaxNode): void {
    for (const parameter of childOf(node, "parameters")?.children ?? []) {
      const name =
        parameter.type === "identifier"
          ? parameter
          : (childOf(parameter, "name") ??
            parameter.children.find(({ type }) => type === "identifier") ??
            null);
      if (name?.type !== "identifier") continue;
      declare(name, node, null);
      const standard = childOf(parameter, "value");
      if (standard !== null) declare(name, node, standard);
    }
  }

  function bindImport(node: SyntaxNode): void {
    const from = childOf(node, "module_name");
    const module = from === null ? "" : nameOf(from);
    if (from !== null) imports.push({ name: module, node });
    for (const part of node.children) {
      if (part.type === "wildcard_import") imports.push({ name: `${module}.*`, node });
      if (part.field !== "name") continue;
      const imported = part.type === "aliased_import" ? childOf(part, "name") : part;
      const alias = childOf(part, "alias");
      if (imported === null) continue;
      for (const inner of walkTree(part)) declared.add(inner);
      const name =
        from === null ? nameOf(imported) : `${module}${module.endsWith(".") ? "" : "."}${nameOf(imported)}`;
      imports.push({ name, node });
      const isWhole = from === null && alias === null;
      const local = alias !== null ? nameOf(alias) : nameOf(imported).split(".")[0];
      if (local === undefined) continue;
      declareName(local, scopeOf(node), { kind: "module", name: isWhole ? local : name });
    }
    for (const inner of from === null ? [] : walkTree(from)) declared.add(inner);
  }

  return {
    imports,
    isDeclaration: (node) => declared.has(node),
    find(name, at) {
      for (let scope: SyntaxNode | null = at; scope !== null; scope = scope.parent) {
        // A class body's names are not seen from its methods.
        if (scope.type === "class_definition" && enclosing(at, scopeTypes) !== scope) continue;
        const values = scopes.get(scope)?.get(name);
        if (values !== undefined) return values;
      }
      return null;
    },
  };
}
