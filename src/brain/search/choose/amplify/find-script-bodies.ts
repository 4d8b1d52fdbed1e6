import { readCall } from "../../../../operators/read-call.ts";
import { functionTypes } from "../../../../operators/scope-types.ts";
import type { Source } from "../../../../syntax/source.ts";
import { textOf } from "../../../../syntax/source.ts";
import { childOf, type SyntaxNode, walkTree } from "../../../../syntax/syntax-node.ts";
import { findInputs } from "./find-inputs.ts";
import type { Assertion, TestBody } from "./test-body.ts";

const testing = /^(?:test|it|specify)$/;
const asserting = /^(?:assert|t\.assert|t|expect)\b/;
const functions = new Set(["arrow_function", "function_expression"]);
const calling = /^(?:throws|rejects|doesNotThrow|doesNotReject|toThrow\w*)$/;

/** The bodies of tests in JavaScript and TypeScript that are given to `test` or `it` as functions. Pure. */
export function findScriptBodies(source: Source): readonly TestBody[] {
  return [...walkTree(source.root)].flatMap((node) => {
    const call = readCall(node, source);
    if (call === null || !testing.test(call.name) || call.object !== null) return [];
    const fn = call.values.findLast(({ type }) => functions.has(type));
    const body = fn === undefined ? null : childOf(fn, "body");
    if (body === null) return [];
    const statements =
      body.type === "statement_block"
        ? [...walkTree(body, (inner) => functionTypes.has(inner.type))].filter(
            ({ type }) => type === "expression_statement",
          )
        : [body];
    const assertions = statements.flatMap((statement) => readAssertion(statement, source) ?? []);
    if (assertions.length === 0) return [];
    return [{ node: body, assertions, inputs: findInputs(body, assertions) }];
  });
}

function readAssertion(statement: SyntaxNode, source: Source): Assertion | null {
  const [expression = statement] = statement.type === "expression_statement" ? statement.children : [];
  const isAwaited = expression.type === "await_expression";
  const asserted = isAwaited ? (expression.children.at(-1) ?? expression) : expression;
  if (!asserting.test(textOf(asserted, source))) return null;
  const outer = readCall(asserted, source);
  // `expect(actual).not.toBe(…)` is read from its inner end.
  for (let call = outer; call !== null; call = next(call.callee, source)) {
    const root = textOf(call.callee, source);
    if (root !== "expect" && !/^(?:t\.)?assert(?:\.\w+)*$|^t\.\w+$/.test(root)) continue;
    const [actual] = call.values;
    if (actual === undefined || /spread/.test(actual.type)) return null;
    const isCalled = functions.has(actual.type) && calling.test(outer?.name ?? "");
    return { statement, actual, isCalled, isAwaited };
  }
  return null;
}

/** The call that a member stands behind: `expect(a)` of `expect(a).not.toBe`. */
function next(callee: SyntaxNode, source: Source) {
  let node: SyntaxNode | null = callee;
  while (node !== null && node.type === "member_expression") node = childOf(node, "object");
  return node === null ? null : readCall(node, source);
}
