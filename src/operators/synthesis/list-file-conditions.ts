import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, enclosing, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { OperatorContext } from "../operator.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { Condition } from "./condition.ts";
import { findCondition } from "./find-condition.ts";
import { fitNames } from "./fit-names.ts";
import { rememberInContext } from "./remember-in-context.ts";

/** Conditions of the file that are looked at for one place. */
const MAX_SOURCES = 120;
const MAX_LENGTH = 60;
const junctions = /^(?:&&|\|\||and|or)$/;
const conditionsAt = rememberInContext(findConditions);
const atomsOf = rememberByNode(listAtoms);

/** What the file asks elsewhere, as it would be asked here: its conditions without their `and` and `or`, and the opposites. Pure. */
export function listFileConditions(node: SyntaxNode, context: OperatorContext): readonly Condition[] {
  return conditionsAt(node, context);
}

function findConditions(node: SyntaxNode, context: OperatorContext): readonly Condition[] {
  const { source } = context;
  const isPython = source.language === "python";
  const owner = enclosing(node, functionTypes);
  const found = new Map<string, Condition>();
  for (const atom of atomsOf(source.root, source).slice(0, MAX_SOURCES)) {
    const fitted = fitNames(atom, textOf(atom, source), node, context);
    if (fitted === null) continue;
    const isNear = enclosing(atom, functionTypes) === owner;
    const weight = (isNear ? 0.75 : 0.55) * fitted.likeness;
    for (const [text, share] of [
      [fitted.text, 1],
      [negate(fitted.text, atom, isPython), 0.8],
    ] as const) {
      if ((found.get(text)?.weight ?? 0) >= weight * share) continue;
      const terms = [...new Set(text.match(/(?<![.\w$"'])[A-Za-z_$][\w$]*/g) ?? [])];
      found.set(text, { text, terms, weight: weight * share, holdsIn: () => null });
    }
  }
  return [...found.values()];
}

function listAtoms(root: SyntaxNode, source: Source): readonly SyntaxNode[] {
  const atoms: SyntaxNode[] = [];
  for (const node of walkTree(root)) {
    const condition = enclosing(node, functionTypes) === null ? null : findCondition(node, source);
    if (condition !== null) atoms.push(...split(condition, source));
  }
  const seen = new Set<string>();
  return atoms.filter((atom) => {
    const key = `${enclosing(atom, functionTypes)?.start} ${textOf(atom, source)}`;
    if (atom.end - atom.start > MAX_LENGTH || atom.line !== atom.endLine || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function split(condition: SyntaxNode, source: Source): readonly SyntaxNode[] {
  const inner = condition.type === "parenthesized_expression" ? namedChildrenOf(condition)[0] : undefined;
  if (inner !== undefined) return split(inner, source);
  const sign = childOf(condition, "operator");
  const [left, right] = [childOf(condition, "left"), childOf(condition, "right")];
  if (sign === null || left === null || right === null || !junctions.test(textOf(sign, source)))
    return [condition];
  return [...split(left, source), ...split(right, source)];
}

const opposites: Readonly<Record<string, string>> = {
  "===": "!==",
  "!==": "===",
  "==": "!=",
  "!=": "==",
  "<": ">=",
  ">=": "<",
  ">": "<=",
  "<=": ">",
};

function negate(text: string, atom: SyntaxNode, isPython: boolean): string {
  const sign = atom.children.find(({ isNamed, type }) => !isNamed && type in opposites);
  const opposite = sign === undefined ? undefined : opposites[sign.type];
  const parts = sign === undefined ? [] : text.split(` ${sign.type} `);
  if (opposite !== undefined && parts.length === 2) return parts.join(` ${opposite} `);
  if (isPython)
    return text.startsWith("not ") ? text.slice(4) : `not ${/\s/.test(text) ? `(${text})` : text}`;
  if (text.startsWith("!")) return text.slice(1);
  return /\s/.test(text.replace(/\(.*\)/s, "")) ? `!(${text})` : `!${text}`;
}
