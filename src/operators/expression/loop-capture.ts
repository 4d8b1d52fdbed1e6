import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, enclosing, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";

const comprehensions = new Set([
  "list_comprehension",
  "dictionary_comprehension",
  "set_comprehension",
  "generator_expression",
]);
const loops = new Set(["for_statement", ...comprehensions]);

/** Mends functions made in a loop that all see its last value: `var` for `let`, and Python's lambdas without `i=i`. */
export const loopCapture: Operator = {
  name: "loop-capture",
  version: 1,
  prior: 0.6,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    if (node.type === "var") yield replaceNode(node, "let", context.source, { weight: 1 });
    if (node.type === "lambda") yield* bind(node, context);
  },
};

function* bind(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const body = childOf(node, "body");
  const parameters = childOf(node, "parameters");
  if (body === null) return;
  for (let loop = enclosing(node, loops); loop !== null; loop = enclosing(loop, loops)) {
    const clause = comprehensions.has(loop.type)
      ? loop.children.find(({ type }) => type === "for_in_clause")
      : loop;
    const left = clause === undefined ? null : childOf(clause, "left");
    if (left === null || enclosing(node, functionTypes) !== enclosing(loop, functionTypes)) continue;
    const bound = [...walkTree(left)]
      .filter(({ type }) => type === "identifier")
      .map((name) => textOf(name, source));
    const used = new Set(
      [...walkTree(body)].filter(({ type }) => type === "identifier").map((name) => textOf(name, source)),
    );
    for (const name of bound.filter((candidate) => used.has(candidate))) {
      const at = parameters?.end ?? node.start + "lambda".length;
      const replacement = parameters === null ? ` ${name}=${name}` : `, ${name}=${name}`;
      yield { start: at, end: at, replacement, summary: `keep ${name} as it is now`, weight: 1 };
    }
  }
}
