import { readCall } from "../../../../operators/read-call.ts";
import { functionTypes } from "../../../../operators/scope-types.ts";
import { type Source, textOf } from "../../../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../../../syntax/syntax-node.ts";
import { findInputs } from "./find-inputs.ts";
import type { Assertion, TestBody } from "./test-body.ts";

/** Those of unittest whose first argument is what the program gave. */
const asserting = /^assert(?!Raises|Warns|Logs)\w*$/;
const comparing = new Set(["==", "!=", "is", "is not", "<", ">", "<=", ">="]);

/** The bodies of test functions and methods in Python. Pure. */
export function findPythonBodies(source: Source): readonly TestBody[] {
  return [...walkTree(source.root)].flatMap((node) => {
    if (node.type !== "function_definition") return [];
    const name = childOf(node, "name");
    const body = childOf(node, "body");
    if (name === null || body === null || !/^test/.test(textOf(name, source))) return [];
    const statements = [...walkTree(body, (inner) => functionTypes.has(inner.type))];
    const assertions = statements.flatMap((statement) => readAssertion(statement, source) ?? []);
    if (assertions.length === 0) return [];
    return [{ node: body, assertions, inputs: findInputs(body, assertions) }];
  });
}

function readAssertion(statement: SyntaxNode, source: Source): Assertion | null {
  const [expression] = namedChildrenOf(statement);
  if (expression === undefined) return null;
  const plain = { statement, isCalled: false, isAwaited: false };
  if (statement.type === "assert_statement") return { ...plain, actual: findActual(expression, source) };
  const call = statement.type === "expression_statement" ? readCall(expression, source) : null;
  const [actual] = call?.values ?? [];
  if (call?.object == null || actual === undefined || /splat|keyword/.test(actual.type)) return null;
  return asserting.test(call.name) && textOf(call.object, source) === "self" ? { ...plain, actual } : null;
}

/** The left side of a comparison with one operator, else all of it. */
function findActual(expression: SyntaxNode, source: Source): SyntaxNode {
  if (expression.type !== "comparison_operator") return expression;
  const [left, ...others] = namedChildrenOf(expression);
  const operators = expression.children.filter(({ isNamed }) => !isNamed);
  const isPlain = others.length === 1 && operators.every((node) => comparing.has(textOf(node, source)));
  return isPlain && left !== undefined ? left : expression;
}
