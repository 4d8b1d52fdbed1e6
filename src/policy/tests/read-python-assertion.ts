import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Assertion } from "./assertion.ts";
import { renderCallee } from "./read-callee.ts";
import { renderCanonical } from "./render-canonical.ts";

/** Reads a node as an assertion of pytest, unittest or numpy: a statement, a call, or `with raises(…)`. Pure. */
export function readPythonAssertion(node: SyntaxNode, source: Source): Assertion | null {
  const { line } = node;
  if (node.type === "assert_statement") {
    const condition = namedChildrenOf(node)[0];
    return condition === undefined ? null : { ...readCondition(condition, source), style: "python", line };
  }
  if (node.type !== "call") return null;
  const callee = renderCallee(childOf(node, "function"), source);
  const name = callee.replace(/^.*\./, "");
  const list = childOf(node, "arguments");
  const given = list === null ? [] : namedChildrenOf(list).map((one) => renderCanonical(one, source));
  const isRaises = /(^|\.)(raises|warns|deprecated_call)$/.test(callee);
  const isCalled = /^assert/.test(name) || callee === "pytest.fail" || callee === "self.fail";
  if (isRaises) return { style: "pytest", matcher: name, modifiers: [], subject: "", expected: given, line };
  if (!isCalled) return null;
  const [subject = "", ...expected] = given;
  return { style: callee.slice(0, -name.length), matcher: name, modifiers: [], subject, expected, line };
}

function readCondition(node: SyntaxNode, source: Source): Omit<Assertion, "style" | "line"> {
  if (node.type === "parenthesized_expression") {
    const inner = namedChildrenOf(node)[0];
    if (inner !== undefined) return readCondition(inner, source);
  }
  if (node.type === "not_operator") {
    const inner = childOf(node, "argument");
    const read = inner === null ? null : readCondition(inner, source);
    if (read !== null) return { ...read, modifiers: [...read.modifiers, "not"].sort() };
  }
  const operators = node.children.filter(({ field }) => field === "operators");
  const [left, right] = namedChildrenOf(node).filter(({ field }) => field !== "operators");
  const [operator] = operators;
  if (node.type === "comparison_operator" && operators.length === 1 && operator && left && right) {
    return {
      matcher: textOf(operator, source).replace(/\s+/g, " "),
      modifiers: [],
      subject: renderCanonical(left, source),
      expected: [renderCanonical(right, source)],
    };
  }
  return { matcher: "", modifiers: [], subject: renderCanonical(node, source), expected: [] };
}
