import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { listDeclaredNames } from "./declared-names.ts";
import { readOptions } from "./read-options.ts";
import { readScriptImports } from "./read-script-imports.ts";
import { listTestNames, readTestCall, type TestCall } from "./read-test-call.ts";
import { renderCanonical } from "./render-canonical.ts";
import type { OutlineItem, TestBlock, TestOutline } from "./test-outline.ts";

type Build = { readonly source: Source; readonly names: ReadonlyMap<string, string> };

const functions = new Set(["arrow_function", "function_expression"]);

/** The outline of a test file in JavaScript or TypeScript, by the calls that declare tests and suites. Pure. */
export function buildScriptOutline(source: Source): TestOutline {
  const statements = namedChildrenOf(source.root);
  const imports = statements.flatMap((node) => [...(readScriptImports(node, source) ?? [])]);
  return { source, items: buildItems(statements, { source, names: listTestNames(new Map(imports)) }) };
}

function buildItems(statements: readonly SyntaxNode[], build: Build): readonly OutlineItem[] {
  return statements.flatMap((node) => buildItem(node, build));
}

function buildItem(node: SyntaxNode, build: Build): readonly OutlineItem[] {
  const { source } = build;
  const bindings = readScriptImports(node, source);
  if (bindings !== null) return [{ kind: "import", bindings, node }];
  const block = buildBlock(node, build);
  if (block !== null) return [block];
  const bare = node.type === "expression_statement" ? (namedChildrenOf(node)[0] ?? node) : node;
  const text = renderCanonical(bare, source);
  return text === "" ? [] : [{ kind: "code", text, names: listDeclaredNames(node, source), node }];
}

function buildBlock(statement: SyntaxNode, build: Build): TestBlock | null {
  if (statement.type === "for_in_statement") return buildLoop(statement, build);
  if (statement.type === "if_statement") return buildInSource(statement, build);
  const inner = statement.type === "expression_statement" ? namedChildrenOf(statement)[0] : undefined;
  const isAwaited = inner?.type === "await_expression";
  const isVoid = inner?.type === "unary_expression" && inner.children[0]?.type === "void";
  const call = isAwaited || isVoid ? inner.children.findLast(({ isNamed }) => isNamed) : inner;
  if (call?.type !== "call_expression") return null;
  const declared = readTestCall(call, build.source, build.names);
  return declared === null
    ? buildForEach(call, build)
    : buildDeclared(declared, { node: statement, isAwaited, build });
}

function buildDeclared(
  call: TestCall,
  {
    node,
    isAwaited,
    build,
  }: { readonly node: SyntaxNode; readonly isAwaited: boolean; readonly build: Build },
): TestBlock {
  const { source } = build;
  const body = call.arguments.findLast(({ type }) => functions.has(type));
  const [first, ...others] = call.arguments.filter((argument) => argument !== body);
  const { limits, rest } = readOptions(others, call.chained, source);
  const rows = call.table === null ? null : listRows(call.table, source);
  return {
    kind: "block",
    isTest: call.isTest,
    name: first === undefined ? "" : renderCanonical(first, source),
    title: first === undefined ? "a test without a name" : textOf(first, source),
    header: JSON.stringify([
      isAwaited,
      call.caller,
      call.modifiers,
      rows === null && call.table !== null ? renderCanonical(call.table, source) : null,
      rest,
      body === undefined ? null : renderParameters(body, source),
    ]),
    rows,
    limits,
    isEmpty: body === undefined && others.length === 0,
    items: body === undefined ? [] : buildBody(body, build),
    node,
  };
}

function renderParameters(body: SyntaxNode, source: Source): string {
  const list = childOf(body, "parameters");
  const parameters = list === null ? [childOf(body, "parameter")] : namedChildrenOf(list);
  return parameters.flatMap((one) => (one === null ? [] : [renderCanonical(one, source)])).join(" ");
}

/** A body that is one expression gives what it evaluates to back to the runner. */
function buildBody(body: SyntaxNode, build: Build): readonly OutlineItem[] {
  const inner = childOf(body, "body");
  if (inner === null) return [];
  if (inner.type === "statement_block") return buildItems(namedChildrenOf(inner), build);
  const text = `(return_statement return ${renderCanonical(inner, build.source)})`;
  return [{ kind: "code", text, names: [], node: inner }];
}

function listRows(table: SyntaxNode, source: Source): readonly string[] | null {
  if (table.type === "array") return namedChildrenOf(table).map((row) => renderCanonical(row, source));
  if (table.type !== "template_string") return null;
  const [head = "", ...lines] = source.text
    .slice(table.start + 1, table.end - 1)
    .trim()
    .split("\n");
  return [head, ...lines].map((line) => line.replace(/\s+/g, " ").trim());
}

/** `for (const row of rows) test(…)`. */
function buildLoop(node: SyntaxNode, build: Build): TestBlock | null {
  const [left, right, body] = [childOf(node, "left"), childOf(node, "right"), childOf(node, "body")];
  if (left === null || right === null || body === null) return null;
  const statements = body.type === "statement_block" ? namedChildrenOf(body) : [body];
  const kind = textOf(node, build.source).startsWith("for await") ? "for await" : "for";
  const operator = childOf(node, "operator")?.type ?? "of";
  return buildTable(
    { node, table: right, statements, head: `${kind} ${operator} ${renderCanonical(left, build.source)}` },
    build,
  );
}

/** `rows.forEach((row) => { test(…) })`. */
function buildForEach(call: SyntaxNode, build: Build): TestBlock | null {
  const callee = childOf(call, "function");
  const list = childOf(call, "arguments");
  const [table, name] =
    callee === null ? [null, null] : [childOf(callee, "object"), childOf(callee, "property")];
  const body = list === null ? undefined : namedChildrenOf(list)[0];
  if (table === null || name === null || textOf(name, build.source) !== "forEach") return null;
  if (body === undefined || !functions.has(body.type)) return null;
  const inner = childOf(body, "body");
  const statements = inner?.type === "statement_block" ? namedChildrenOf(inner) : [];
  return buildTable({ node: call, table, statements, head: renderParameters(body, build.source) }, build);
}

function buildTable(
  input: {
    readonly node: SyntaxNode;
    readonly table: SyntaxNode;
    readonly statements: readonly SyntaxNode[];
    readonly head: string;
  },
  build: Build,
): TestBlock | null {
  const items = buildItems(input.statements, build);
  if (!items.some(({ kind }) => kind === "block")) return null;
  const rows = listRows(input.table, build.source);
  const over = rows === null ? renderCanonical(input.table, build.source) : "";
  const name = `loop ${input.head} ${over}`;
  return {
    ...{ kind: "block", isTest: false, name, title: "a loop of tests", header: "", rows },
    ...{ limits: new Map(), isEmpty: false, items, node: input.node },
  };
}

/** Vitest's tests in a source: `if (import.meta.vitest) { … }`. */
function buildInSource(node: SyntaxNode, build: Build): TestBlock | null {
  const [condition, body] = [childOf(node, "condition"), childOf(node, "consequence")];
  if (condition === null || body === null || childOf(node, "alternative") !== null) return null;
  const isVitest = renderCanonical(condition, build.source) === inSourceCondition;
  if (!isVitest || body.type !== "statement_block") return null;
  return {
    ...{ kind: "block", isTest: false, name: inSourceName, title: "the tests in the source", header: "" },
    ...{
      rows: null,
      limits: new Map(),
      isEmpty: false,
      items: buildItems(namedChildrenOf(body), build),
      node,
    },
  };
}

const inSourceCondition = "(member_expression (meta_property import . meta) . vitest)";
/** Name of the block that holds vitest's tests in a source. */
export const inSourceName = "import.meta.vitest";
