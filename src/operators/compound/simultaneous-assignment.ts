import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { readLayout } from "../statement/layout.ts";
import { isListed, statementsIn } from "../statement/place-statement.ts";
import type { TextEdit } from "../text-edit.ts";

/**
 * Mends two assignments that need each other's old values: `a = b; b = a + b` has to be `[a, b] = [b, a + b]`.
 */
export const simultaneousAssignment: Operator = {
  name: "simultaneous-assignment",
  version: 1,
  prior: 0.35,
  languages,
  *find(node, { source }): Generator<TextEdit> {
    if (!isListed(node) || node.parent === null) return;
    const siblings = statementsIn(node.parent);
    const next = siblings[siblings.indexOf(node) + 1];
    const first = readAssignment(node, source);
    const second = next === undefined ? null : readAssignment(next, source);
    if (next === undefined || first === null || second === null || first.target === second.target) return;
    if (!reads(second.value, first.target) && !reads(first.value, second.target)) return;
    const { end, isPython } = readLayout(source);
    const replacement = isPython
      ? `${first.target}, ${second.target} = ${first.value}, ${second.value}`
      : `[${first.target}, ${second.target}] = [${first.value}, ${second.value}]${end}`;
    const summary = `assign ${first.target} and ${second.target} at once`;
    yield { start: node.start, end: next.end, replacement, summary, weight: 1 };
  },
};

function readAssignment(
  statement: SyntaxNode,
  source: Source,
): { readonly target: string; readonly value: string } | null {
  if (statement.type !== "expression_statement") return null;
  const [assignment] = namedChildrenOf(statement);
  if (assignment === undefined || !/^(?:augmented_)?assignment(?:_expression)?$/.test(assignment.type))
    return null;
  const [left, right, sign] = [
    childOf(assignment, "left"),
    childOf(assignment, "right"),
    childOf(assignment, "operator"),
  ];
  if (left === null || right === null || /pattern|list|assignment/.test(`${left.type} ${right.type}`))
    return null;
  const target = textOf(left, source);
  const value = textOf(right, source);
  // `b += a` reads itself too.
  return { target, value: sign === null ? value : `${target} ${textOf(sign, source).slice(0, -1)} ${value}` };
}

function reads(value: string, target: string): boolean {
  const quoted = target.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\w$.])${quoted}(?![\\w$])`).test(value);
}
