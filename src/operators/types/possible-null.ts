import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { bracketOperand } from "../bracket.ts";
import { isValue } from "../is-value.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const rules =
  /^(?:TS2531|TS2532|TS2533|TS18047|TS18048|TS18049|TS2721|TS2722|union-attr|operator|index|arg-type|return-value)$/;
const absent = /null|undefined|None/;
const subjects =
  /^(?:identifier|member_expression|attribute|call_expression|call|subscript|subscript_expression)$/;
const statements = /(?:_statement|_declaration|^expression_list)$/;

/** Mends a value that the compiler says may be missing: `?.`, a fallback, or in Python an assertion that it is there. */
export const possibleNull: Operator = {
  name: "possible-null",
  version: 1,
  prior: 0.9,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    const { findings = [] } = context;
    if (!subjects.test(node.type)) return;
    const found = findings.find(
      ({ line, rule, message }) => line === node.line && rules.test(rule) && absent.test(message),
    );
    if (found === undefined) return;
    // Where the message names it, nothing else is meant.
    const named = /^'([^']+)' is possibly/.exec(found.message)?.[1];
    if (named !== undefined && named !== textOf(node, context.source)) return;
    yield* context.source.language === "python"
      ? assertPresence(node, context)
      : chainOrFallBack(node, context);
  },
};

function* chainOrFallBack(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const { parent, field } = node;
  const isTarget = field === "left" && !/^binary_/.test(parent?.type ?? "");
  if (parent === null || isTarget || field === "name") return;
  const text = textOf(node, source);
  const isHolder = field === "object" || field === "function";
  const dot = isHolder ? parent.children.find(({ type }) => type === ".") : undefined;
  if (dot !== undefined)
    yield {
      start: dot.start,
      end: dot.end,
      replacement: "?.",
      summary: `let ${text} be missing`.slice(0, 80),
      weight: 1,
    };
  if (isHolder && dot === undefined && childOf(parent, "optional_chain") === null) {
    yield replaceNode(node, `${text}?.`, source, { weight: 0.9 });
  }
  for (const [code, weight] of [
    ["0", 0.5],
    ['""', 0.5],
    ["[]", 0.4],
    ["{}", 0.2],
  ] as const) {
    yield replaceNode(node, `(${text} ?? ${code})`, source, { weight });
  }
  if (source.language !== "javascript") yield replaceNode(node, `${text}!`, source, { weight: 0.3 });
}

/** mypy follows an assertion, and a test in the same expression. */
function* assertPresence(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const text = bracketOperand(node, source);
  let statement: SyntaxNode | null = node;
  while (statement !== null && !statements.test(statement.type)) statement = statement.parent;
  if (statement === null || node.field === "function" || /^(?:call|string)$/.test(node.type)) return;
  const lineStart = source.text.lastIndexOf("\n", statement.start - 1) + 1;
  const indent = source.text.slice(lineStart, statement.start);
  const newline = source.text.includes("\r\n") ? "\r\n" : "\n";
  if (/^[ \t]*$/.test(indent) && !/^(?:if|while|for|with|function|class)_/.test(statement.type)) {
    const replacement = `assert ${text} is not None${newline}${indent}`;
    yield {
      start: statement.start,
      end: statement.start,
      replacement,
      summary: `make sure that ${text} is there`.slice(0, 80),
      weight: 0.7,
    };
    const guard = `if ${text} is None:${newline}${indent}    return None${newline}${indent}`;
    yield {
      start: statement.start,
      end: statement.start,
      replacement: guard,
      summary: `give None where ${text} is missing`.slice(0, 80),
      weight: 0.5,
    };
  }
  if (!isValue(node)) return;
  for (const [code, weight] of [
    ["0", 0.4],
    ['""', 0.4],
    ["[]", 0.3],
  ] as const)
    yield replaceNode(node, `(${text} or ${code})`, source, { weight });
}
