import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { returnsConstant } from "./code/returned-values.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const does = "swallows every error";
const answers = "answers an error with a constant";
const silences = "silences warnings or logging";

export const swallowedError = createSmellRule({
  id: "swallowed-error",
  title: "New handlers that catch any error and do nothing with it",
  explanation:
    "An error that disappears makes a red test green without a fix. Catch the one error that is expected, and say what " +
    "happens then. A handler that answers with a constant is only pointed out.",
  inTests: "note",
  script: [],
  python: [
    {
      does: silences,
      names: ["warnings.filterwarnings", "warnings.simplefilter", "logging.disable", "sys.tracebacklimit"],
      severity: "note",
    },
  ],
  text: {
    script: [{ does, pattern: /\bcatch\s*(\([^)]*\))?\s*\{\s*\}|\.catch\(\s*\(?\w*\)?\s*=>\s*\{\s*\}\s*\)/ }],
    python: [{ does, pattern: /\bexcept\s*(BaseException|Exception)?\s*:/ }],
    go: [{ does, pattern: /\brecover\s*\(\s*\)/ }],
    rust: [{ does, pattern: /\bcatch_unwind\b|\bset_hook\b/ }],
    ruby: [{ does, pattern: /\brescue\s+(Exception\b|=>|nil|$)|\brescue\s*$/ }],
    php: [{ does, pattern: /\bcatch\s*\([^)]*\)\s*\{\s*\}|@\w+\(|\berror_reporting\s*\(\s*0/ }],
    jvm: [{ does, pattern: /\bcatch\s*\([^)]*\)\s*\{\s*\}|\bcatch\s*\(\s*(final\s+)?Throwable\b/ }],
    csharp: [{ does, pattern: /\bcatch\s*(\([^)]*\))?\s*\{\s*\}/ }],
    c: [{ does, pattern: /\bcatch\s*\([^)]*\)\s*\{\s*\}/ }],
  },
  find: (facts) => (facts.source.language === "python" ? findPython(facts) : findScript(facts)),
});

function findScript(facts: CodeFacts): readonly Smell[] {
  const smells: Smell[] = [];
  for (const node of walkTree(facts.source.root)) {
    if (node.type === "catch_clause") smells.push(...judgeBody(facts, node, childOf(node, "body")));
    if (node.type === "finally_clause" && leavesEarly(childOf(node, "body")))
      smells.push(makeSmell(facts, node, { does: `${does} (finally returns)`, kind: does }));
  }
  const promised = facts.methods.flatMap(({ name, node }) => {
    const handler = namedChildrenOf(childOf(node, "arguments") ?? node)[name === "then" ? 1 : 0];
    if ((name !== "catch" && name !== "then") || handler === undefined || !/function/.test(handler.type))
      return [];
    const body = childOf(handler, "body");
    if (body !== null && body.type !== "statement_block")
      return returnsConstant(facts, handler)
        ? [makeSmell(facts, node, { does: answers, severity: "note" })]
        : [];
    return judgeBody(facts, node, body);
  });
  return [...smells, ...promised];
}

function judgeBody(facts: CodeFacts, node: SyntaxNode, body: SyntaxNode | null): readonly Smell[] {
  if (body === null) return [];
  const statements = namedChildrenOf(body).filter(({ type }) => type !== "empty_statement");
  if (statements.length === 0)
    return [makeSmell(facts, node, { does: `${does} (an empty handler)`, kind: does })];
  const isConstant = statements.every((statement) => returnsNothingKnown(facts, statement));
  return isConstant ? [makeSmell(facts, node, { does: answers, severity: "note" })] : [];
}

function returnsNothingKnown(facts: CodeFacts, statement: SyntaxNode): boolean {
  if (!/^(return|continue|break|pass)_statement$/.test(statement.type)) return false;
  const [value] = namedChildrenOf(statement);
  return value === undefined || facts.foldValue(value) !== undefined || namedChildrenOf(value).length === 0;
}

function leavesEarly(body: SyntaxNode | null): boolean {
  if (body === null) return false;
  for (const inner of walkTree(body, ({ type }) => /function|method|lambda|class/.test(type)))
    if (inner.type === "return_statement") return true;
  return false;
}

const widest = /^(BaseException|Exception|builtins\.(Base)?Exception|AssertionError)$/;

function findPython(facts: CodeFacts): readonly Smell[] {
  const smells: Smell[] = [];
  for (const node of walkTree(facts.source.root)) {
    if (node.type === "except_clause" || node.type === "except_group_clause")
      smells.push(...judgeExcept(facts, node));
    if (node.type === "finally_clause" && leavesEarly(node))
      smells.push(makeSmell(facts, node, { does: `${does} (finally returns)`, kind: does }));
  }
  const suppressed = facts.references.flatMap(({ name, use, node }) => {
    if (use !== "call" || !/^contextlib\.suppress$/.test(name)) return [];
    const given = namedChildrenOf(childOf(node.parent ?? node, "arguments") ?? node);
    const isWide = given.some(
      (part) => part.type.includes("splat") || facts.namesOf(part).some((of) => widest.test(of)),
    );
    return isWide ? [makeSmell(facts, node, { does: `${does} (${name})`, kind: does })] : [];
  });
  return [...smells, ...suppressed];
}

function judgeExcept(facts: CodeFacts, node: SyntaxNode): readonly Smell[] {
  const caught = childOf(node, "value");
  const body = node.children.find(({ type }) => type === "block") ?? null;
  const statements = body === null ? [] : namedChildrenOf(body);
  const isRaising = body !== null && [...walkTree(body)].some(({ type }) => type === "raise_statement");
  const types = caught === null ? [] : listTypes(caught);
  const isBare = caught === null;
  const isWide = isBare || types.some((type) => facts.namesOf(type).some((name) => widest.test(name)));
  const isEmpty = statements.every((statement) => isNothing(facts, statement));
  if (isRaising) return [];
  if (isBare) return [makeSmell(facts, node, { does: `${does} (a bare except)`, kind: does })];
  if (isWide && isEmpty) return [makeSmell(facts, node, { does: `${does} (an empty handler)`, kind: does })];
  return statements.every((statement) => isNothing(facts, statement) || returnsNothingKnown(facts, statement))
    ? [makeSmell(facts, node, { does: answers, severity: "note" })]
    : [];
}

function isNothing(facts: CodeFacts, statement: SyntaxNode): boolean {
  if (statement.type === "pass_statement") return true;
  const [value] = namedChildrenOf(statement);
  const isBareValue = statement.type === "expression_statement" && value !== undefined;
  return isBareValue && (value.type === "ellipsis" || facts.foldValue(value) !== undefined);
}

function listTypes(caught: SyntaxNode): readonly SyntaxNode[] {
  if (/^(as_pattern|tuple|parenthesized_expression|expression_list)$/.test(caught.type))
    return namedChildrenOf(caught).flatMap(listTypes);
  return caught.type === "as_pattern_target" ? [] : [caught];
}
