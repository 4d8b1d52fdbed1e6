import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import {
  childOf,
  enclosing,
  isWithin,
  namedChildrenOf,
  type SyntaxNode,
  walkTree,
} from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";
import { weighByRank } from "./weigh-by-rank.ts";

/** Steps tried at one value. */
const MAX_STEPS = 8;
/** Only literals, and regular expressions. */
const fixedArguments = /^\((?:"[^"]*"|'[^']*'|\d+|-\d+|\/[^/]+\/[a-z]*|, )+\)$/;
const stepMethods =
  /^(?:trim\w*|toLowerCase|toUpperCase|toString|l?strip|rstrip|lower|upper|slice|copy|toSorted|toReversed|reverse|flat|replace|replaceAll|padStart|padEnd|split|join|zfill|rjust|ljust|toFixed|normalize|removeprefix|removesuffix|title|capitalize|keys|values|items)\(/;
const stepsOf = rememberByNode(listSteps);
const wrapped =
  /^(?:identifier|call_expression|call|member_expression|attribute|subscript|subscript_expression)$/;

/**
 * Mends a value that goes on without a step that the file knows: a function of one argument that is called elsewhere or
 * declared and never called (`normalise(key)`), or a method without arguments that others of its kind are taken through.
 */
export const missingStep: Operator = {
  name: "missing-step",
  version: 1,
  prior: 0.25,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    const { source } = context;
    const place = weighPlace(node);
    if (place === 0 || enclosing(node, functionTypes) === null) return;
    const text = textOf(node, source);
    const steps = stepsOf(source.root, source)
      .filter((step) => step.reaches(node) && !step.wrap(text).includes(`${step.name}(${step.name}`))
      .filter(({ name }) => !text.startsWith(`${name}(`) && !text.endsWith(`.${name}`));
    for (const [at, { wrap, weight }] of steps.slice(0, MAX_STEPS).entries()) {
      yield replaceNode(node, wrap(text), source, { weight: place * weight * weighByRank(at) });
    }
  },
};

type Step = {
  readonly name: string;
  readonly weight: number;
  wrap(text: string): string;
  /** Whether it means something at the node, and is not what the node is part of. */
  reaches(node: SyntaxNode): boolean;
};

function weighPlace(node: SyntaxNode): number {
  const { parent, field, type } = node;
  if (parent === null || !wrapped.test(type) || /pattern|parameter/.test(parent.type)) return 0;
  if (field === "function" || field === "left" || field === "object" || field === "name") return 0;
  if (parent.type === "return_statement") return 1;
  if (parent.type === "arguments" || parent.type === "argument_list") return 0.8;
  if (field === "value" || field === "right")
    return /declarator|assignment|pair/.test(parent.type) ? 0.7 : 0.5;
  if (field === "index" || field === "subscript") return 0.6;
  return /^(?:binary_expression|comparison_operator|binary_operator)$/.test(parent.type) ? 0.5 : 0;
}

/** Functions with one parameter of the file, and calls that wrap one value, with how often they are made. */
function listSteps(root: SyntaxNode, source: Source): readonly Step[] {
  const calls = new Map<string, number>();
  const methods = new Map<string, number>();
  const own = new Map<string, SyntaxNode>();
  for (const node of walkTree(root)) {
    if (/^(?:function_declaration|function_definition)$/.test(node.type)) {
      const name = childOf(node, "name");
      if (name !== null && countParameters(node) === 1) own.set(textOf(name, source), node);
    }
    const callee = childOf(node, "function");
    if (callee === null) continue;
    const given = namedChildrenOf(childOf(node, "arguments") ?? node).length;
    const text = textOf(callee, source);
    if (
      given === 1 &&
      /^[\w$]+(?:\.[\w$]+)?$/.test(text) &&
      !/^(?:this|self|console|print|super|require|expect)\b/.test(text)
    )
      calls.set(text, (calls.get(text) ?? 0) + 1);
    const method = childOf(callee, "property") ?? childOf(callee, "attribute");
    const handed = textOf(childOf(node, "arguments") ?? node, source);
    // What is handed on has to mean the same everywhere.
    if (method !== null && (given === 0 || (given < 3 && fixedArguments.test(handed)))) {
      const call = `${textOf(method, source)}${handed}`;
      methods.set(call, (methods.get(call) ?? 0) + 1);
    }
  }
  const called = new Set([
    ...own.keys(),
    ...[...calls].filter(([name]) => isPlainStep(name)).map(([name]) => name),
  ]);
  return [
    ...[...called].map((name): Step => {
      const isUncalled = own.has(name) && !calls.has(name);
      const isExported = isUncalled && /^export/.test(own.get(name)?.parent?.type ?? "");
      return {
        name,
        weight: isUncalled ? (isExported ? 0.3 : 1) : own.has(name) ? 0.8 : 0.5,
        wrap: (text) => `${name}(${text})`,
        reaches: (node) => !own.has(name) || !isWithin(node, own.get(name) ?? node),
      };
    }),
    ...[...methods]
      .filter(([call]) => stepMethods.test(call))
      .map(([call, count]): Step => {
        const weight = count > 1 ? 0.6 : 0.45;
        return { name: call, weight, wrap: (text) => `${text}.${call}`, reaches: () => true };
      }),
  ].toSorted((a, b) => b.weight - a.weight);
}

/** A call that gives back what it is given in another form. */
function isPlainStep(name: string): boolean {
  return /^(?:Number|String|Boolean|parseInt|parseFloat|Math\.(?:abs|floor|ceil|round|trunc|sqrt)|int|float|str|list|sorted|set|abs|round|tuple|reversed|len|sum|Object\.(?:keys|values|entries))$/.test(
    name,
  );
}

function countParameters(node: SyntaxNode): number {
  return namedChildrenOf(childOf(node, "parameters") ?? node).length;
}
