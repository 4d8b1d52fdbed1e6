import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";

const movable = new Set(["expression_statement", "if_statement", "lexical_declaration", "return_statement"]);
const blocks = new Set(["statement_block", "block"]);

/** Mends two neighbouring statements that stand the wrong way round. */
export const statementOrder: Operator = {
  name: "statement-order",
  version: 1,
  prior: 0.2,
  languages,
  *find(node, { source }) {
    if (!movable.has(node.type) || node.parent === null || !blocks.has(node.parent.type)) return;
    const siblings = namedChildrenOf(node.parent);
    const next = siblings[siblings.indexOf(node) + 1];
    if (next === undefined || !movable.has(next.type) || node.type === "return_statement") return;
    yield {
      start: node.start,
      end: next.end,
      replacement: `${textOf(next, source)}${source.text.slice(node.end, next.start)}${textOf(node, source)}`,
      summary: "swap two neighbouring statements",
      weight: 1,
    };
  },
};
