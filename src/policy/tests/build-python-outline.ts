import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { listDeclaredNames } from "./declared-names.ts";
import { readDecorators } from "./read-decorators.ts";
import { readPythonImports } from "./read-python-imports.ts";
import { renderCanonical } from "./render-canonical.ts";
import type { OutlineItem, TestBlock, TestOutline } from "./test-outline.ts";

const isTestName = /^test/i;

/** The outline of a Python test file: functions and methods called `test…`, and the classes that hold them. Pure. */
export function buildPythonOutline(source: Source): TestOutline {
  return { source, items: buildItems(namedChildrenOf(source.root), source) };
}

function buildItems(statements: readonly SyntaxNode[], source: Source): readonly OutlineItem[] {
  return statements.flatMap((node, index): readonly OutlineItem[] => {
    const bindings = readPythonImports(node, source);
    if (bindings !== null) return [{ kind: "import", bindings, node }];
    const block = buildBlock(node, source);
    if (block !== null) return [block];
    const bare = node.type === "expression_statement" ? (namedChildrenOf(node)[0] ?? node) : node;
    if (node.type === "pass_statement" || (bare.type === "string" && isPlainText(bare, index, source)))
      return [];
    return [
      { kind: "code", text: renderCanonical(bare, source), names: listDeclaredNames(node, source), node },
    ];
  });
}

function isPlainText(node: SyntaxNode, index: number, source: Source): boolean {
  return index === 0 && !textOf(node, source).includes(">>>");
}

function buildBlock(statement: SyntaxNode, source: Source): TestBlock | null {
  const definition = childOf(statement, "definition") ?? statement;
  const isClass = definition.type === "class_definition";
  const [name, body] = [childOf(definition, "name"), childOf(definition, "body")];
  if (!(isClass || definition.type === "function_definition") || name === null || body === null) return null;
  const title = textOf(name, source);
  const bases = childOf(definition, "superclasses");
  if (!isTestName.test(title) && !(isClass && isTestClass(body, source))) return null;
  const decorators = statement.children.filter(({ type }) => type === "decorator");
  // A fixture may be called `test_client`; it is a helper, not a test.
  if (decorators.some((one) => /\bfixture\b/.test(textOf(one, source)))) return null;
  const { rows, limits, rest } = readDecorators(decorators, source);
  const parameters = childOf(definition, "parameters");
  const isAsync = definition.children.some(({ type }) => type === "async");
  return {
    kind: "block",
    isTest: !isClass,
    name: title,
    title,
    header: JSON.stringify([
      isClass,
      isAsync,
      rest,
      bases === null ? "" : renderCanonical(bases, source),
      parameters === null ? "" : renderCanonical(parameters, source),
    ]),
    rows,
    limits,
    isEmpty: false,
    items: buildItems(namedChildrenOf(body), source),
    node: statement,
  };
}

function isTestClass(body: SyntaxNode, source: Source): boolean {
  return namedChildrenOf(body).some((member) => {
    const definition = childOf(member, "definition") ?? member;
    const name = definition.type === "function_definition" ? childOf(definition, "name") : null;
    return name !== null && /^test/.test(textOf(name, source));
  });
}
