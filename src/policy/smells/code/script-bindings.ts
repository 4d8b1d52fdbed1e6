import { type Source, textOf } from "../../../syntax/source.ts";
import { childOf, enclosing, type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";
import { canonicalModule } from "./canonical-module.ts";
import { decodeScriptText } from "./decode-script-text.ts";

/** What a name may stand for: a module with a member of it, or a member of an expression's value. */
export type BoundValue =
  /** An argument, or whatever a loop or an operator makes of it. */
  | { readonly kind: "unknown" }
  | { readonly kind: "module"; readonly name: string }
  | { readonly kind: "node"; readonly node: SyntaxNode; readonly trail: readonly (SyntaxNode | string)[] };

/** Names that a scope declares, with what they may stand for; an unknown value has none. */
export type Bindings = {
  /** What the name means where `at` stands; null where no scope of the file declares it. */
  find(name: string, at: SyntaxNode): readonly BoundValue[] | null;
  /** Whether the node is where a name is declared, not where it is used. */
  isDeclaration(node: SyntaxNode): boolean;
  readonly leaves: readonly { readonly node: SyntaxNode; readonly value: BoundValue }[];
  /** Names that a pattern gives values to and nobody declares, as in `({ process } = own)`. */
  readonly assignedGlobals: readonly { readonly name: string; readonly node: SyntaxNode }[];
};

const functionTypes = new Set([
  "function_declaration",
  "function_expression",
  "generator_function",
  "generator_function_declaration",
  "arrow_function",
  "method_definition",
]);
const blockTypes = new Set([
  ...functionTypes,
  "program",
  "statement_block",
  "for_statement",
  "for_in_statement",
  "catch_clause",
  "switch_body",
  "class_body",
]);
const hoistTypes = new Set([...functionTypes, "program"]);

/** The declarations of a file in JavaScript or TypeScript, and what is assigned to them. Pure. */
export function readScriptBindings(source: Source): Bindings {
  const scopes = new Map<SyntaxNode, Map<string, BoundValue[]>>();
  const declared = new Set<SyntaxNode>();
  const leaves: { node: SyntaxNode; value: BoundValue }[] = [];
  const assignments: [SyntaxNode, BoundValue][] = [];
  const assignedGlobals: { name: string; node: SyntaxNode }[] = [];
  const nameOf = (node: SyntaxNode) => decodeScriptText(textOf(node, source));

  const declare = (node: SyntaxNode, scope: SyntaxNode | null, value: BoundValue | null): void => {
    if (scope === null) return;
    const names = scopes.get(scope) ?? new Map<string, BoundValue[]>();
    scopes.set(scope, names);
    const values = names.get(nameOf(node)) ?? [];
    names.set(nameOf(node), values);
    declared.add(node);
    values.push(value ?? { kind: "unknown" });
    if (value !== null && (value.kind === "module" || (value.kind === "node" && value.trail.length > 0)))
      leaves.push({ node, value });
  };
  const extend = (value: BoundValue | null, key: SyntaxNode | string): BoundValue | null =>
    value?.kind === "node" ? { ...value, trail: [...value.trail, key] } : value;

  const bind = (pattern: SyntaxNode, scope: SyntaxNode | null, value: BoundValue | null): void => {
    const inner = pattern.children.filter(({ isNamed, type }) => isNamed && type !== "comment");
    switch (pattern.type) {
      case "identifier":
      case "shorthand_property_identifier_pattern":
        declare(pattern, scope, value);
        return;
      case "object_pattern":
        for (const part of inner)
          bind(part, scope, part.type.startsWith("shorthand") ? extend(value, nameOf(part)) : value);
        return;
      case "pair_pattern": {
        const key = childOf(pattern, "key");
        const target = childOf(pattern, "value");
        if (key !== null && target !== null) bind(target, scope, extend(value, keyOf(key)));
        return;
      }
      case "object_assignment_pattern":
      case "assignment_pattern": {
        const left = childOf(pattern, "left");
        const right = childOf(pattern, "right");
        if (left === null) return;
        const isShorthand = left.type.startsWith("shorthand");
        bind(left, scope, isShorthand ? extend(value, nameOf(left)) : value);
        if (right !== null) bind(left, scope, { kind: "node", node: right, trail: [] });
        return;
      }
      case "array_pattern":
        for (const [at, part] of inner.entries()) bind(part, scope, extend(value, String(at)));
        return;
      case "required_parameter":
      case "optional_parameter": {
        const target = childOf(pattern, "pattern");
        const standard = childOf(pattern, "value");
        if (target !== null) bind(target, scope, null);
        if (target !== null && standard !== null)
          bind(target, scope, { kind: "node", node: standard, trail: [] });
        return;
      }
      default:
        for (const part of pattern.type === "rest_pattern" ? inner : []) bind(part, scope, value);
    }
  };
  const keyOf = (key: SyntaxNode): SyntaxNode | string =>
    key.type === "computed_property_name"
      ? (key.children.find(({ isNamed }) => isNamed) ?? "[*]")
      : nameOf(key).replace(/^["']|["']$/g, "");

  for (const node of walkTree(source.root)) {
    if (node.type === "variable_declarator") {
      const pattern = childOf(node, "name");
      const value = childOf(node, "value");
      const isVar = node.parent?.type === "variable_declaration";
      const scope = enclosing(node, isVar ? hoistTypes : blockTypes);
      if (pattern !== null)
        bind(pattern, scope, value === null ? null : { kind: "node", node: value, trail: [] });
    } else if (functionTypes.has(node.type)) {
      const name = childOf(node, "name");
      const self: BoundValue = { kind: "node", node, trail: [] };
      if (name?.type === "identifier")
        declare(name, node.type.endsWith("declaration") ? enclosing(node, blockTypes) : node, self);
      const single = childOf(node, "parameter");
      if (single !== null) bind(single, node, null);
      for (const parameter of childOf(node, "parameters")?.children ?? []) bind(parameter, node, null);
    } else if (/^(class|abstract_class|enum|module|internal_module)(_declaration)?$/.test(node.type)) {
      const name = childOf(node, "name");
      if (name !== null) declare(name, enclosing(node, blockTypes), { kind: "node", node, trail: [] });
    } else if (node.type === "catch_clause" || node.type === "for_in_statement") {
      const pattern = childOf(node, node.type === "catch_clause" ? "parameter" : "left");
      const isDeclared = node.type === "catch_clause" || node.children.some(({ field }) => field === "kind");
      if (pattern !== null && isDeclared) bind(pattern, node, null);
    } else if (node.type === "import_statement") {
      bindImport(node);
    } else if (node.type === "augmented_assignment_expression" || node.type === "update_expression") {
      const target = childOf(node, "left") ?? childOf(node, "argument");
      if (target !== null) assignments.push([target, { kind: "unknown" }]);
    } else if (node.type === "assignment_expression") {
      const left = childOf(node, "left");
      const right = childOf(node, "right");
      if (left === null || right === null) continue;
      // `using a = b` is a declaration that the grammar does not know.
      if (node.children[0]?.type === "using")
        bind(left, enclosing(node, blockTypes), { kind: "node", node: right, trail: [] });
      else assignments.push([left, { kind: "node", node: right, trail: [] }]);
    }
  }

  // Names are declared before and behind what is assigned to them.
  for (const [left, value] of assignments) assign(left, value);

  function assign(left: SyntaxNode, value: BoundValue): void {
    if (left.type === "identifier") find(nameOf(left), left, scopes)?.push(value);
    if (!left.type.endsWith("_pattern")) return;
    // Names in a pattern on the left are declared elsewhere; here they only gain a value.
    bind(left, left, value);
    for (const [name, values] of scopes.get(left) ?? []) {
      const target = find(name, left.parent ?? left, scopes);
      if (target !== null) target.push(...values);
      else assignedGlobals.push({ name, node: left });
    }
  }

  function bindImport(node: SyntaxNode): void {
    const from = childOf(node, "source") ?? childOf(requireClauseOf(node) ?? node, "source");
    if (from === null || node.children.some(({ type }) => type === "type")) return;
    const module = canonicalModule(decodeScriptText(textOf(from, source).slice(1, -1)));
    const ofModule = (member: string): BoundValue => ({
      kind: "module",
      name: member === "default" || member === "" ? module : `${module}.${member}`,
    });
    for (const part of walkTree(node, ({ type }) => type === "string")) {
      if (part.type === "import_specifier") {
        const name = childOf(part, "name");
        const local = childOf(part, "alias") ?? name;
        if (name === null || local === null || part.children[0]?.type === "type") continue;
        declare(local, source.root, ofModule(nameOf(name).replace(/^["']|["']$/g, "")));
        declared.add(name);
      } else if (part.type === "identifier" && part.parent?.type !== "import_specifier") {
        declare(part, source.root, ofModule(""));
      }
    }
  }

  return {
    find: (name, at) => find(name, at, scopes),
    isDeclaration: (node) => declared.has(node),
    leaves,
    assignedGlobals,
  };
}

function requireClauseOf(node: SyntaxNode): SyntaxNode | null {
  return node.children.find(({ type }) => type === "import_require_clause") ?? null;
}

function find(
  name: string,
  at: SyntaxNode,
  scopes: ReadonlyMap<SyntaxNode, ReadonlyMap<string, BoundValue[]>>,
): BoundValue[] | null {
  for (let scope: SyntaxNode | null = at; scope !== null; scope = scope.parent) {
    const values = scopes.get(scope)?.get(name);
    if (values !== undefined) return values;
  }
  return null;
}
