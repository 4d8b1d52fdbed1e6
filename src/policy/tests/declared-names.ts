import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";

const named = new Set([
  "function_declaration",
  "generator_function_declaration",
  "class_declaration",
  "abstract_class_declaration",
  "enum_declaration",
  "interface_declaration",
  "type_alias_declaration",
  "function_definition",
  "class_definition",
]);

const binds = new Set(["identifier", "shorthand_property_identifier_pattern"]);

/** The names that a statement declares in the scope where it stands; empty where it is no declaration. Pure. */
export function listDeclaredNames(statement: SyntaxNode, source: Source): readonly string[] {
  const { type } = statement;
  if (type === "export_statement" || type === "decorated_definition") {
    const inner = childOf(statement, "declaration") ?? childOf(statement, "definition");
    return inner === null ? [] : listDeclaredNames(inner, source);
  }
  if (named.has(type)) {
    const name = childOf(statement, "name");
    return name === null ? [] : [textOf(name, source)];
  }
  if (type === "lexical_declaration" || type === "variable_declaration")
    return namedChildrenOf(statement).flatMap((one) => listPatternNames(childOf(one, "name"), source));
  const assignment = type === "expression_statement" ? namedChildrenOf(statement)[0] : undefined;
  if (source.language === "python" && assignment?.type === "assignment")
    return listPatternNames(childOf(assignment, "left"), source);
  return [];
}

/** The names that a pattern binds. An attribute or a subscript in it binds none. Pure. */
export function listPatternNames(pattern: SyntaxNode | null, source: Source): readonly string[] {
  if (pattern === null) return [];
  const isPruned = ({ type, field }: SyntaxNode) =>
    type === "attribute" ||
    type === "subscript" ||
    type === "member_expression" ||
    field === "key" ||
    field === "right";
  return [...walkTree(pattern, isPruned)]
    .filter(({ type }) => binds.has(type))
    .map((node) => textOf(node, source));
}

/** Every name that a piece of code reads or declares, without members and keywords of calls. Pure. */
export function listUsedNames(node: SyntaxNode, source: Source): ReadonlySet<string> {
  const names = new Set<string>();
  for (const inner of walkTree(node)) {
    const isMember =
      inner.field === "attribute" || (inner.field === "name" && inner.parent?.type === "keyword_argument");
    const isName = binds.has(inner.type) || inner.type === "shorthand_property_identifier";
    if (isName && !isMember) names.add(textOf(inner, source));
  }
  return names;
}
