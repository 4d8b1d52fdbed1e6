import type { Language } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, enclosing, isWithin, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";

/** What can be measured of one function, or of a whole file. */
export type FunctionMeasures = {
  /** McCabe's number: 1, and 1 for each decision. */
  readonly complexity: number;
  /** Control structures around the deepest one, itself included; an `else if` is as deep as its `if`. */
  readonly nesting: number;
  /** Names that are declared here: variables and parameters. */
  readonly names: readonly string[];
};

const decisions: ReadonlySet<string> = new Set([
  ...["if_statement", "for_statement", "for_in_statement", "while_statement", "do_statement"],
  ...["switch_case", "catch_clause", "ternary_expression"],
  ...["elif_clause", "except_clause", "conditional_expression", "case_clause", "if_clause", "for_in_clause"],
  "boolean_operator",
]);
const structures: ReadonlySet<string> = new Set([
  ...["if_statement", "for_statement", "for_in_statement", "while_statement", "do_statement"],
  ...["switch_statement", "try_statement", "with_statement", "match_statement"],
]);
const shortCircuits: ReadonlySet<string> = new Set(["&&", "||", "??", "&&=", "||=", "??="]);

/**
 * Measures a function by its syntax. The complexity is T. McCabe's (A Complexity Measure, 1976), counted as the tools for
 * JavaScript and Python do: branches, loops, handlers, cases and short-circuit operators. Pure.
 */
export function measureFunction(node: SyntaxNode, source: Source): FunctionMeasures {
  let complexity = 1;
  let nesting = 0;
  const names: string[] = [];
  for (const at of walkTree(node)) {
    if (isDecision(at, source)) complexity += 1;
    if (structures.has(at.type)) nesting = Math.max(nesting, depthOf(at, node));
    if (isDeclared(at, source.language)) names.push(textOf(at, source));
  }
  return { complexity, nesting, names };
}

function isDecision(node: SyntaxNode, source: Source): boolean {
  if (node.type === "binary_expression" || node.type === "augmented_assignment_expression") {
    const operator = childOf(node, "operator");
    return operator !== null && shortCircuits.has(textOf(operator, source));
  }
  return decisions.has(node.type);
}

function depthOf(node: SyntaxNode, root: SyntaxNode): number {
  let depth = 0;
  for (let at: SyntaxNode | null = node; at !== null && isWithin(at, root); at = enclosing(at, structures)) {
    const isElseIf = at.type === "if_statement" && at.parent?.type === "else_clause";
    if (!isElseIf) depth += 1;
  }
  return depth;
}

function isDeclared(node: SyntaxNode, language: Language): boolean {
  const { parent, field } = node;
  if (node.type === "shorthand_property_identifier_pattern") return true;
  if (node.type !== "identifier" || parent === null || field === "value") return false;
  if (/^(formal_)?parameters$|_parameter$/.test(parent.type) || field === "parameter") return true;
  if (parent.type === "variable_declarator") return field === "name";
  const targets =
    language === "python" ? ["assignment", "for_statement"] : ["assignment_pattern", "for_in_statement"];
  return field === "left" && targets.includes(parent.type);
}
