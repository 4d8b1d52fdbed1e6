import type { Source } from "../../syntax/source.ts";
import { namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Assertion } from "./assertion.ts";
import { readPythonAssertion } from "./read-python-assertion.ts";
import { readScriptAssertion } from "./read-script-assertion.ts";

/** Every assertion beneath a node, in source order. Pure. */
export function listAssertions(node: SyntaxNode, source: Source): readonly Assertion[] {
  return [...walkTree(node)].flatMap((inner) => {
    const found = readNode(inner, source);
    return found === null ? [] : [found];
  });
}

/** The assertion that a statement is, whole; null where it is anything else. An `await` around it is looked through. */
export function readAssertionStatement(node: SyntaxNode, source: Source): Assertion | null {
  if (source.language === "python") {
    const inner = node.type === "expression_statement" ? (namedChildrenOf(node)[0] ?? node) : node;
    return readPythonAssertion(inner, source);
  }
  const expression = node.type === "expression_statement" ? namedChildrenOf(node)[0] : node;
  const inner = expression?.type === "await_expression" ? namedChildrenOf(expression)[0] : expression;
  return inner === undefined ? null : readScriptAssertion(inner, source);
}

function readNode(node: SyntaxNode, source: Source): Assertion | null {
  if (source.language === "python") return readPythonAssertion(node, source);
  const isPart = node.field === "object" || node.field === "function";
  const isWhole = node.type === "call_expression" || node.type === "member_expression";
  return isWhole && !isPart ? readScriptAssertion(node, source) : null;
}
