import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

type Rewrite = (node: SyntaxNode, context: OperatorContext) => Iterable<TextEdit>;

/** What a rule wants, where one form is as good as another to it. */
const rewrites: readonly (readonly [RegExp, Rewrite])[] = [
  [/^(?:eqeqeq|.*noDoubleEquals)$/, useStrictEquality],
  [/^(?:E711|E712|E714|E721)$/, compareIdentity],
  [/^E713$/, useNotIn],
  [/^(?:E722|B001)$/, nameException],
  [/^F541$/, dropPrefix],
  [/^(?:no-prototype-builtins|.*noPrototypeBuiltins)$/, useHasOwn],
  [/^(?:no-extra-boolean-cast|.*noExtraBooleanCast)$/, dropCast],
  [/^(?:no-dupe-keys|.*noDuplicateObjectKeys|F601)$/, dropPair],
  [
    /^(?:no-self-assign|no-useless-return|no-debugger|no-console|.*noDebugger|.*noConsole|no-unreachable|.*noUnreachable|B018)$/,
    dropStatement,
  ],
  [/^(?:no-throw-literal|.*useThrowOnlyError)$/, throwError],
];

/** Mends lint findings that many linters cannot fix by themselves: `==`, bare excepts, borrowed methods, keys given twice, statements without effect. */
export const lintRewrite: Operator = {
  name: "lint-rewrite",
  version: 1,
  prior: 0.9,
  languages,
  isRepairOnly: true,
  *find(node, context) {
    for (const { rule, line } of context.findings ?? []) {
      if (line !== node.line) continue;
      for (const [form, rewrite] of rewrites) if (form.test(rule)) yield* rewrite(node, context);
    }
  },
};

function* useStrictEquality(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  if (node.isNamed || !/^[!=]=$/.test(textOf(node, source)) || node.parent?.type !== "binary_expression")
    return;
  yield replaceNode(node, `${textOf(node, source)}=`, source);
}

function* compareIdentity(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const binary = readBinary(node, source);
  if (binary === null) return;
  const [left, right] = [textOf(binary.left, source), textOf(binary.right, source)];
  const isNot = binary.sign === "!=" || binary.sign === "is not";
  if (!/^(?:[!=]=|is|is not)$/.test(binary.sign)) return;
  if (/^(?:None|True|False)$/.test(right)) {
    yield replaceNode(node, `${left} is ${isNot ? "not " : ""}${right}`, source);
    if (right !== "None")
      yield replaceNode(node, (right === "True") === isNot ? `not ${left}` : left, source, { weight: 0.8 });
  }
  const typed = readCall(binary.left, source);
  const [subject] = typed?.values ?? [];
  if (typed?.name === "type" && subject !== undefined) {
    yield replaceNode(
      node,
      `${isNot ? "not " : ""}isinstance(${textOf(subject, source)}, ${right})`,
      source,
      { weight: 0.9 },
    );
  }
}

function* useNotIn(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const [inner] = node.type === "not_operator" ? namedChildrenOf(node) : [];
  const bare = inner?.type === "parenthesized_expression" ? namedChildrenOf(inner)[0] : inner;
  const binary = bare === undefined ? null : readBinary(bare, source);
  if (binary === null || (binary.sign !== "in" && binary.sign !== "is")) return;
  const sign = binary.sign === "in" ? "not in" : "is not";
  yield replaceNode(node, `${textOf(binary.left, source)} ${sign} ${textOf(binary.right, source)}`, source);
}

function* nameException(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  if (node.type !== "except" || !/^except\s*:/.test(source.text.slice(node.start))) return;
  yield replaceNode(node, "except Exception", source);
}

function* dropPrefix(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const text = textOf(node, source);
  if (node.type === "string" && /^f["']/.test(text)) yield replaceNode(node, text.slice(1), source);
}

function* useHasOwn(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const call = readCall(node, source);
  const [key] = call?.values ?? [];
  if (call === null || call.object === null || key === undefined || call.name !== "hasOwnProperty") return;
  yield replaceNode(node, `Object.hasOwn(${textOf(call.object, source)}, ${textOf(key, source)})`, source);
}

function* dropCast(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const cast = /^(?:!!|Boolean\((?=.*\)$))(.*?)\)?$/s.exec(textOf(node, source));
  const isCast = node.type === "unary_expression" || node.type === "call_expression";
  const inner =
    node.type === "call_expression"
      ? readCall(node, source)?.values[0]
      : namedChildrenOf(namedChildrenOf(node)[0] ?? node)[0];
  if (isCast && cast !== null && inner !== undefined) yield replaceNode(node, textOf(inner, source), source);
}

function* dropPair(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  if (node.type !== "pair" || node.parent === null) return;
  const { children } = node.parent;
  const at = children.indexOf(node);
  const end = children[at + 1]?.type === "," ? (children[at + 2]?.start ?? node.end) : node.end;
  const summary = `take out ${textOf(node, source)}`.replace(/\s+/g, " ").slice(0, 80);
  yield { start: node.start, end, replacement: "", summary, weight: 1 };
}

function* dropStatement(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  if (!/_statement$/.test(node.type) || /^(?:if|for|while|try|switch)_/.test(node.type)) return;
  const isOnly =
    source.language === "python" && (node.parent === null || namedChildrenOf(node.parent).length === 1);
  yield replaceNode(node, isOnly ? "pass" : source.language === "python" ? "pass" : "", source);
}

function* throwError(node: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const [value] = node.type === "throw_statement" ? namedChildrenOf(node) : [];
  if (value !== undefined) yield replaceNode(value, `new Error(${textOf(value, source)})`, source);
}
