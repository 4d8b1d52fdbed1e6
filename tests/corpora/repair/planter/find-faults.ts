import { type Source, textOf } from "../../../../src/syntax/source.ts";
import { enclosing, type SyntaxNode, walkTree } from "../../../../src/syntax/syntax-node.ts";
import { callFaults } from "./call-faults.ts";
import { expressionFaults } from "./expression-faults.ts";
import type { Fault } from "./fault.ts";
import { statementFaults } from "./statement-faults.ts";

const kinds = [...expressionFaults, ...callFaults, ...statementFaults];
const functions = new Set([
  "function_declaration",
  "function_expression",
  "generator_function_declaration",
  "method_definition",
  "arrow_function",
]);
/** Types are no code that runs. */
const unseen =
  /^(?:import_statement|type_annotation|type_alias_declaration|interface_declaration|type_arguments|type_parameters|predefined_type)$/;

/** Every mistake that the planter knows to make in a file, in the order of the text. Pure. */
export function findFaults(source: Source): readonly Fault[] {
  const read = (node: SyntaxNode | null) => (node === null ? "" : textOf(node, source));
  const known = new Map<SyntaxNode, readonly string[]>();
  const namesAt = (node: SyntaxNode) => {
    const around = enclosing(node, functions) ?? source.root;
    const names = known.get(around) ?? listNames(around, read);
    known.set(around, names);
    return names;
  };
  const faults: Fault[] = [];
  for (const node of walkTree(source.root, ({ type }) => unseen.test(type))) {
    if (enclosing(node, functions) === null && !functions.has(node.type)) continue;
    for (const find of kinds) faults.push(...find({ node, read, namesAt }));
  }
  return faults;
}

/** What a function declares, parameters first; of names that are used in one way alone none is taken for another. */
function listNames(around: SyntaxNode, read: (node: SyntaxNode) => string): readonly string[] {
  const names = new Set<string>();
  for (const node of walkTree(around, ({ type }) => unseen.test(type))) {
    const isDeclared =
      (node.type === "identifier" &&
        (node.parent?.type === "formal_parameters" ||
          node.parent?.type === "required_parameter" ||
          (node.parent?.type === "variable_declarator" && node.field === "name"))) ||
      node.type === "shorthand_property_identifier_pattern";
    if (isDeclared) names.add(read(node));
  }
  return [...names];
}
