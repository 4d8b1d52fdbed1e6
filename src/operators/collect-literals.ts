import { type Source, textOf } from "../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../syntax/syntax-node.ts";
import type { TestLiteral } from "./clues.ts";
import { readCall } from "./read-call.ts";

/** A longer list, object or text says too much to be a part of a program. */
const MAX_LENGTH = 60;

const kinds: Readonly<Record<string, TestLiteral["kind"]>> = {
  number: "number",
  integer: "number",
  float: "number",
  string: "string",
  true: "boolean",
  false: "boolean",
  null: "null",
  none: "null",
  undefined: "null",
  array: "list",
  list: "list",
  tuple: "list",
  object: "object",
  dictionary: "object",
};
const roles = ["expected", "input", "other"] as const;
/** Methods of assertions that take what is expected as their only argument, and those that take it second. */
const matching = /^(?:to[A-Z]\w*|equals?|eql|eq)$/;
const comparing =
  /^(?:equal|strictEqual|deepEqual|deepStrictEqual|notEqual|notStrictEqual|assert\w*|same|is|approx)$/;
const describing = /^(?:test|it|specify|describe|suite|context)$/;

/**
 * The literals of the tests that these names mean, of the whole file where none is found: what is expected first, then
 * what goes in, each once. Pure.
 */
export function collectLiterals(tests: Source, names: readonly string[]): readonly TestLiteral[] {
  const wanted = names.map((name) => name.replace(/\[.*\]$/s, "").trim());
  const blocks = [...walkTree(tests.root)].filter((node) => isNamedBlock(node, wanted, tests));
  const found = new Map<string, TestLiteral>();
  for (const block of blocks.length === 0 ? [tests.root] : blocks) {
    for (const node of walkTree(block)) {
      const literal = readLiteral(node, tests);
      if (literal === null || isTitle(node, tests)) continue;
      const text = textOf(literal.node, tests);
      const role = findRole(literal.node, tests);
      const known = found.get(text);
      if (known === undefined || roles.indexOf(role) < roles.indexOf(known.role)) {
        found.set(text, { text, kind: literal.kind, role });
      }
    }
  }
  return roles.flatMap((role) => [...found.values()].filter((literal) => literal.role === role));
}

function isNamedBlock(node: SyntaxNode, wanted: readonly string[], source: Source): boolean {
  if (node.type === "function_definition") {
    const name = childOf(node, "name");
    return name !== null && wanted.includes(textOf(name, source));
  }
  const call = readCall(node, source);
  const [title] = call?.values ?? [];
  if (title === undefined || !/string$/.test(title.type)) return false;
  const text = textOf(title, source).slice(1, -1);
  return text !== "" && wanted.some((name) => name === text || name.endsWith(` ${text}`));
}

/** A minus belongs to its number; a list or object counts if it holds nothing but literals. */
function readLiteral(node: SyntaxNode, source: Source) {
  const kind = kinds[node.type];
  if (kind === undefined || node.end - node.start > MAX_LENGTH || !node.isNamed) return null;
  const { parent, field } = node;
  if (field === "key" || field === "source" || parent?.type === "expression_statement") return null;
  if ((kind === "list" || kind === "object") && !isPlain(node)) return null;
  if (kind === "string" && node.children.some(({ type }) => type === "interpolation")) return null;
  const isNegative = /^unary/.test(parent?.type ?? "") && textOf(parent ?? node, source).startsWith("-");
  return { kind, node: isNegative && parent !== null ? parent : node };
}

function isPlain(node: SyntaxNode): boolean {
  return namedChildrenOf(node).every((child) => {
    const value = child.type === "pair" ? childOf(child, "value") : child;
    return value !== null && (value.type in kinds || /^unary/.test(value.type));
  });
}

function isTitle(node: SyntaxNode, source: Source): boolean {
  if (node.parent === null || !/^argument/.test(node.parent.type) || node.parent.parent === null)
    return false;
  const call = readCall(node.parent.parent, source);
  return call !== null && describing.test(call.name) && call.values[0] === node;
}

function findRole(literal: SyntaxNode, source: Source): TestLiteral["role"] {
  let isInput = false;
  for (let node = literal; node.parent !== null; node = node.parent) {
    const { parent } = node;
    if (parent.type === "comparison_operator" && !isInput) {
      return namedChildrenOf(parent)[0] === node ? "other" : "expected";
    }
    if (!/^argument/.test(parent.type) || parent.parent === null) continue;
    const call = readCall(parent.parent, source);
    if (call === null) continue;
    if (describing.test(call.name)) break;
    const at = call.values.indexOf(node);
    const isAlone = call.values.length === 1;
    const isExpected = isAlone ? matching.test(call.name) : comparing.test(call.name) && at === 1;
    if (isExpected && !isInput) return "expected";
    isInput ||= !comparing.test(call.name) && !matching.test(call.name) && call.name !== "expect";
  }
  return isInput ? "input" : "other";
}
