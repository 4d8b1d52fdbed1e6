import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";
import { readQuoted } from "./read-quoted.ts";

const rules =
  /^(?:TS6133|TS6192|TS6196|TS6198|(?:@typescript-eslint\/)?no-unused-vars|.*noUnused\w+|F841|F401|unused-import|unused-variable)$/;
const imports = /^(?:import_statement|import_from_statement)$/;
const listed = /^(?:import_specifier|aliased_import|dotted_name)$/;
const called = /\(/;

/** Mends a name that the compiler or linter says nothing uses: the import goes, or the variable, or it gets an underscore. */
export const unusedName: Operator = {
  name: "unused-name",
  version: 1,
  prior: 0.9,
  languages,
  seesTypes: true,
  isRepairOnly: true,
  *find(node, context) {
    for (const { rule, message, line } of context.findings ?? []) {
      if (!rules.test(rule) || line !== node.line) continue;
      const names = readQuoted(message).map((name) => name.split(".").at(-1) ?? name);
      if (imports.test(node.type) && /^TS6192$|^F401$/.test(rule)) yield drop(node, context);
      if (listed.test(node.type) && isNamed(node, names, context)) yield* dropListed(node, context);
      if (node.type === "identifier" && names.includes(textOf(node, context.source)))
        yield* dropVariable(node, context);
    }
  },
};

function isNamed(node: SyntaxNode, names: readonly string[], { source }: OperatorContext): boolean {
  const local = childOf(node, "alias") ?? childOf(node, "name") ?? node;
  return names.includes(textOf(local, source)) || names.includes(textOf(node, source));
}

/** A whole statement goes with its line. */
function drop(node: SyntaxNode, { source: { text } }: OperatorContext): TextEdit {
  const lineStart = text.lastIndexOf("\n", node.start - 1) + 1;
  const isAlone = text.slice(lineStart, node.start).trim() === "";
  const next = text.indexOf("\n", node.end);
  const isLast = text.slice(node.end, next === -1 ? text.length : next).trim() === "";
  const isWhole = isAlone && isLast;
  const [start, end] = isWhole ? [lineStart, next === -1 ? text.length : next + 1] : [node.start, node.end];
  return { start, end, replacement: "", summary: "take out what nothing uses", weight: 1 };
}

function* dropListed(node: SyntaxNode, context: OperatorContext): Generator<TextEdit> {
  const list = node.parent;
  if (list === null || node.field === "module_name") return;
  const others = namedChildrenOf(list).filter((other) => other !== node && other.field !== "module_name");
  if (others.length === 0) {
    let statement: SyntaxNode | null = node;
    while (statement !== null && !imports.test(statement.type)) statement = statement.parent;
    if (statement !== null) yield drop(statement, context);
    return;
  }
  const { children } = list;
  const at = children.indexOf(node);
  const next = children[at + 1]?.type === "," ? children[at + 2] : undefined;
  const previous = children[at - 1]?.type === "," ? children[at - 2] : undefined;
  const [start, end] =
    next === undefined ? [previous?.end ?? node.start, node.end] : [node.start, next.start];
  yield { start, end, replacement: "", summary: "take out an import that nothing uses", weight: 1 };
}

function* dropVariable(node: SyntaxNode, context: OperatorContext): Generator<TextEdit> {
  const { source } = context;
  const { parent, field } = node;
  if (parent === null) return;
  const isDeclared =
    /declarator|parameter|pattern|catch_clause/.test(parent.type) ||
    (parent.type === "assignment" && field === "left");
  if (!isDeclared) return;
  yield replaceNode(node, `_${textOf(node, source)}`, source, { weight: 0.5 });
  const value = childOf(parent, "value") ?? childOf(parent, "right");
  const statement = parent.parent;
  if (statement === null || namedChildrenOf(statement).length !== 1) return;
  if (parent.type === "variable_declarator" && field === "name") {
    const isPure = value === null || !called.test(textOf(value, source));
    yield { ...drop(statement, context), weight: isPure ? 1 : 0.4 };
    if (value !== null && !isPure)
      yield replaceNode(statement, `${textOf(value, source)};`, source, { weight: 0.9 });
  }
  if (parent.type === "assignment" && value !== null && field === "left") {
    const isPure = !called.test(textOf(value, source));
    const isOnly = statement.parent !== null && namedChildrenOf(statement.parent).length === 1;
    yield isOnly
      ? replaceNode(statement, "pass", source, { weight: 0.5 })
      : { ...drop(statement, context), weight: isPure ? 1 : 0.4 };
    if (!isPure) yield replaceNode(statement, textOf(value, source), source, { weight: 0.9 });
  }
}
