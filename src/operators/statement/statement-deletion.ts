import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { excerpt } from "../replace-node.ts";

const weights: Readonly<Record<string, number>> = {
  expression_statement: 1,
  break_statement: 0.8,
  continue_statement: 0.8,
  return_statement: 0.5,
  if_statement: 0.5,
  throw_statement: 0.4,
  raise_statement: 0.4,
  delete_statement: 0.5,
};
const blocks = new Set(["statement_block", "block", "program", "module", "switch_case", "switch_default"]);

/** Mends a statement too many. Rarely the true cause, and often green for a bad reason: it is tried late. */
export const statementDeletion: Operator = {
  name: "statement-deletion",
  version: 1,
  prior: 0.15,
  languages,
  *find(node, { source }) {
    const weight = weights[node.type];
    if (weight === undefined || node.parent === null || !blocks.has(node.parent.type)) return;
    const isOnlyOne = namedChildrenOf(node.parent).length === 1;
    const isPython = source.language === "python";
    yield {
      start: node.start,
      end: node.end,
      // An empty block does not parse in Python, and a statement behind an empty line does.
      replacement: isPython && isOnlyOne ? "pass" : "",
      summary: `remove ${excerpt(textOf(node, source))}`,
      weight,
    };
  },
};
