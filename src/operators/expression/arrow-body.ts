import { scriptLanguages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

/** Mends an arrow function whose braces swallow its value: `(x) => { x.id }`, and `(x) => { id: x }` for an object. */
export const arrowBody: Operator = {
  name: "arrow-body",
  version: 1,
  prior: 0.6,
  languages: scriptLanguages,
  *find(node, { source }) {
    if (node.type !== "arrow_function") return;
    const body = childOf(node, "body");
    // The grammar takes these braces for an object's; the language takes them for a block with a label.
    if (body?.type === "object") yield replaceNode(body, `(${textOf(body, source)})`, source);
    if (body === null || body.type !== "statement_block") return;
    const statements = namedChildrenOf(body);
    const [only] = statements;
    if (only === undefined) {
      yield replaceNode(body, "({})", source, { weight: 0.5 });
      return;
    }
    const last = statements.at(-1);
    const expression = last?.type === "expression_statement" ? namedChildrenOf(last)[0] : undefined;
    if (statements.length === 1 && expression !== undefined && expression.type !== "assignment_expression") {
      yield replaceNode(
        body,
        expression.type === "object" ? `(${textOf(expression, source)})` : textOf(expression, source),
        source,
      );
    }
  },
};
