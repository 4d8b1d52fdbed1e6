/** Nodes that are functions, in every grammar. */
export const functionTypes: ReadonlySet<string> = new Set([
  "function_declaration",
  "function_expression",
  "generator_function_declaration",
  "generator_function",
  "arrow_function",
  "method_definition",
  "function_definition",
  "lambda",
]);

/** Nodes that names are declared in: functions, blocks, loops, comprehensions and the file. */
export const scopeTypes: ReadonlySet<string> = new Set([
  ...functionTypes,
  "program",
  "module",
  "statement_block",
  "for_statement",
  "for_in_statement",
  "catch_clause",
  "list_comprehension",
  "set_comprehension",
  "dictionary_comprehension",
  "generator_expression",
]);

/** Python has no block scopes: its loops declare in the function around them. */
export const pythonScopeTypes: ReadonlySet<string> = new Set(
  [...scopeTypes].filter((type) => type !== "for_statement"),
);
