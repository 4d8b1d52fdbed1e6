import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";
import type { CodeFacts } from "../code/code-facts.ts";
import { type Literal, listLiterals, weigh } from "./literal.ts";

/** Values that a test names together: of one assertion, or of one row of a table. */
export type TestUnit = ReadonlySet<Literal>;

/** More values than this are no example but data. */
const MAX_SIZE = 60;
const statements = new Set([
  "expression_statement",
  "assert_statement",
  "with_statement",
  "for_in_statement",
  "for_statement",
  "return_statement",
]);

/** What a test file names together, to find it again in sources. Pure. */
export function readTestUnits(facts: CodeFacts): readonly TestUnit[] {
  const units: TestUnit[] = [];
  const add = (values: readonly Literal[]): void => {
    const unit = new Set(values);
    if (unit.size > 0 && unit.size <= MAX_SIZE) units.push(unit);
  };
  for (const node of walkTree(facts.source.root)) {
    if (statements.has(node.type) && !holdsTests(facts, node)) add(listLiterals(facts, node));
    else if (isRow(node)) add(listLiterals(facts, node));
    else if (node.type === "pair") {
      const key = childOf(node, "key");
      const value = childOf(node, "value");
      const name = key === null ? undefined : facts.foldValue(key);
      if (typeof name === "string" && weigh(name) === 2 && value !== null)
        add([name, ...listLiterals(facts, value)]);
    } else if (/^(arrow_function|lambda)$/.test(node.type)) {
      const body = childOf(node, "body");
      if (body !== null && /^call/.test(body.type) && !holdsTests(facts, body))
        add(listLiterals(facts, body));
    }
  }
  return units;
}

/** A list or record inside a list: a row of a table of examples. */
function isRow({ type, parent }: SyntaxNode): boolean {
  const isInList = parent !== null && /^(array|list|tuple|set|argument_list)$/.test(parent.type);
  return isInList && /^(array|list|tuple|object|dictionary)$/.test(type);
}

/** Whether a statement is not an example itself but holds others, such as a whole `describe`. */
function holdsTests(facts: CodeFacts, node: SyntaxNode): boolean {
  const [expression] = namedChildrenOf(node);
  if (node.type !== "expression_statement" || expression === undefined) return false;
  const called = facts.source.text.slice(expression.start, Math.min(expression.end, expression.start + 40));
  return /^(await\s+)?(describe|it|test|suite|specify|context|before\w*|after\w*)\b/.test(called);
}
