import { type Source, textOf } from "../syntax/source.ts";
import { enclosing, type SyntaxNode, walkTree } from "../syntax/syntax-node.ts";
import { pythonScopeTypes, scopeTypes } from "./scope-types.ts";

/** Where a name comes from. A class counts as a function, since both are called. */
export type DeclarationKind = "function" | "import" | "parameter" | "variable";

/** A name that a file declares. */
export type Declaration = {
  readonly name: string;
  readonly kind: DeclarationKind;
  /** The identifier. */
  readonly node: SyntaxNode;
  /** The name means this everywhere in here. */
  readonly scope: SyntaxNode;
};

/** TypeScript calls the name of a class a type's. */
const identifierTypes = new Set(["identifier", "shorthand_property_identifier_pattern", "type_identifier"]);
const namedFunctions = new Set([
  "function_declaration",
  "generator_function_declaration",
  "class_declaration",
  "function_definition",
  "class_definition",
]);
const parameterLists = new Set(["formal_parameters", "parameters", "lambda_parameters"]);
const importTypes = new Set(["import_clause", "import_statement", "import_from_statement"]);
/** Patterns that a declared name may stand in; what is above them says what kind of name it is. */
const patterns = new Set([
  "object_pattern",
  "array_pattern",
  "pair_pattern",
  "rest_pattern",
  "assignment_pattern",
  "object_assignment_pattern",
  "required_parameter",
  "optional_parameter",
  "default_parameter",
  "typed_parameter",
  "typed_default_parameter",
  "list_splat_pattern",
  "dictionary_splat_pattern",
  "pattern_list",
  "tuple_pattern",
  "as_pattern_target",
  "import_specifier",
  "named_imports",
  "namespace_import",
  "aliased_import",
  "dotted_name",
]);
/** Fields that hold a value or a key, not a declared name. */
const valueFields = new Set(["right", "value", "type", "key"]);
const variableParents: Readonly<Record<string, string>> = {
  variable_declarator: "name",
  assignment: "left",
  for_in_statement: "left",
  for_statement: "left",
  for_in_clause: "left",
  catch_clause: "parameter",
  as_pattern: "alias",
  named_expression: "name",
};

/** All names that a file declares, in source order. */
export function collectDeclarations(source: Source): readonly Declaration[] {
  const found: Declaration[] = [];
  for (const node of walkTree(source.root)) {
    if (!identifierTypes.has(node.type)) continue;
    const kind = findKind(node);
    if (kind === null) continue;
    const scope = findScope(node, kind, source);
    if (scope !== null) found.push({ name: textOf(node, source), kind, node, scope });
  }
  return found;
}

function findKind(identifier: SyntaxNode): DeclarationKind | null {
  let node = identifier;
  while (node.parent !== null && patterns.has(node.parent.type)) {
    const isPairValue = node.parent.type === "pair_pattern" && node.field === "value";
    if (node.field !== null && valueFields.has(node.field) && !isPairValue) return null;
    node = node.parent;
  }
  const parent = node.parent;
  if (parent === null) return null;
  if (namedFunctions.has(parent.type)) return node.field === "name" ? "function" : null;
  if (parameterLists.has(parent.type) || node.field === "parameter") {
    return parent.type === "catch_clause" ? "variable" : "parameter";
  }
  if (importTypes.has(parent.type)) return node.field === "module_name" ? null : "import";
  return variableParents[parent.type] === node.field ? "variable" : null;
}

function findScope(node: SyntaxNode, kind: DeclarationKind, { language }: Source): SyntaxNode | null {
  const types = language === "python" ? pythonScopeTypes : scopeTypes;
  const scope = enclosing(node, types);
  // A function's own name lies inside its node, and means it outside.
  const isOwnName = kind === "function" && scope !== null && node.parent === scope;
  return isOwnName ? enclosing(scope, types) : scope;
}
