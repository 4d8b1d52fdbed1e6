import type { SyntaxNode } from "../syntax/syntax-node.ts";

const expressions = new Set([
  "identifier",
  "member_expression",
  "attribute",
  "subscript_expression",
  "subscript",
  "call_expression",
  "call",
  "new_expression",
  "binary_expression",
  "binary_operator",
  "boolean_operator",
  "comparison_operator",
  "unary_expression",
  "unary_operator",
  "not_operator",
  "ternary_expression",
  "conditional_expression",
  "parenthesized_expression",
  "await_expression",
  "await",
  "number",
  "integer",
  "float",
  "string",
  "template_string",
  "array",
  "list",
  "tuple",
  "object",
  "dictionary",
  "list_comprehension",
  "true",
  "false",
  "null",
  "none",
  "undefined",
  "this",
]);
/** Fields whose nodes name or receive something. */
const namingFields = new Set([
  "name",
  "alias",
  "property",
  "attribute",
  "module_name",
  "label",
  "key",
  "type",
]);
const targets = new Set([
  "assignment_expression",
  "augmented_assignment_expression",
  "assignment",
  "augmented_assignment",
]);
const declaring =
  /parameter|pattern|import|export_|dotted_name|jsx_(?:opening|closing|self|attribute)|global|nonlocal|delete|update_expression|with_item|class_heritage|decorator|^(?:as_pattern|type_|interface|enum)/;

/** Whether a node is an expression whose value is read, so that another expression may stand there. */
export function isValue(node: SyntaxNode): boolean {
  const { parent, field, type } = node;
  // The keyword `await` has the name of Python's node.
  if (parent === null || !node.isNamed || !expressions.has(type)) return false;
  if (field !== null && namingFields.has(field)) return false;
  if (field === "left" && (targets.has(parent.type) || /^for_/.test(parent.type))) return false;
  if (parent.type === "expression_statement" || parent.type === "concatenated_string") return false;
  if (declaring.test(parent.type)) return isDefault(node);
  return !(type === "parenthesized_expression" && field === "condition" && /statement$/.test(parent.type));
}

/** The value of a default is read, though it stands in a pattern or among parameters. */
function isDefault({ parent, field }: SyntaxNode): boolean {
  if (parent === null) return false;
  return (
    (field === "value" || field === "right") &&
    /default_parameter|required_parameter|optional_parameter|assignment_pattern/.test(parent.type)
  );
}
