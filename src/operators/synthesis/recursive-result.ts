import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, enclosing, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";
import type { TextEdit } from "../text-edit.ts";
import { listTerms } from "./list-terms.ts";

/**
 * Mends a recursive call that is not complete: its result is dropped (`visit(x)` for `total += visit(x)`, `return
 * visit(x)`, `found.push(...visit(x))`), it is not made smaller (`f(n)` for `f(n - 1)`), or an argument is missing.
 */
export const recursiveResult: Operator = {
  name: "recursive-result",
  version: 1,
  prior: 0.5,
  languages,
  isRepairOnly: true,
  *find(node, context): Generator<TextEdit> {
    if (node.type !== "call_expression" && node.type !== "call") return;
    const owner = findRecursed(node, context.source);
    if (owner === null) return;
    yield* useResult(node, context);
    yield* makeSmaller(node, context);
    yield* combine(node, context);
    yield* addArgument(node, owner, context);
  },
};

/** The function that the call is of and that it stands in; null where it is no recursion. */
function findRecursed(call: SyntaxNode, source: Source): SyntaxNode | null {
  const callee = childOf(call, "function");
  if (callee === null) return null;
  const name = /^(?:(?:this|self|cls)\.)?([A-Za-z_$][\w$]*)$/.exec(textOf(callee, source))?.[1];
  if (name === undefined) return null;
  for (let owner = enclosing(call, functionTypes); owner !== null; owner = enclosing(owner, functionTypes)) {
    const named = childOf(owner, "name") ?? (owner.parent === null ? null : childOf(owner.parent, "name"));
    if (named !== null && textOf(named, source) === name) return owner;
  }
  return null;
}

function* useResult(call: SyntaxNode, context: OperatorContext): Generator<TextEdit> {
  const { source } = context;
  const parent = call.parent;
  if (parent?.type !== "expression_statement") return;
  const text = textOf(call, source);
  const isPython = source.language === "python";
  const put = (replacement: string, weight: number) => replaceNode(call, replacement, source, { weight });
  yield put(`return ${text}`, 1);
  for (const { text: term, shape, kind } of listTerms(call, context).slice(0, 6)) {
    if (kind === "outer") continue;
    const share = kind === "variable" ? 1 : 0.5;
    if (shape === "list") {
      yield put(isPython ? `${term}.extend(${text})` : `${term}.push(...${text})`, 0.9 * share);
      yield put(isPython ? `${term}.append(${text})` : `${term}.push(${text})`, 0.8 * share);
    }
    if (shape === "number" || shape === "string" || shape === "unknown") {
      yield put(`${term} += ${text}`, 0.8 * share);
      yield put(`${term} = ${text}`, 0.7 * share);
    }
    if (shape === "list" || shape === "object") yield put(`${term} = ${text}`, 0.5 * share);
  }
}

/** Arguments that are handed on as they came. */
function* makeSmaller(call: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const isPython = source.language === "python";
  for (const argument of namedChildrenOf(childOf(call, "arguments") ?? call)) {
    if (argument.type !== "identifier") continue;
    const text = textOf(argument, source);
    const parts = isPython ? [`${text}[1:]`, `${text}[:-1]`] : [`${text}.slice(1)`, `${text}.slice(0, -1)`];
    const steps = [
      `${text} - 1`,
      `${text} + 1`,
      ...parts,
      isPython ? `${text} // 10` : `Math.floor(${text} / 10)`,
    ];
    for (const [at, step] of steps.entries())
      yield replaceNode(argument, step, source, { weight: at === 0 ? 0.8 : 0.35 });
  }
}

/** One more step on the result: `1 + f(rest)`, `n * f(n - 1)`, `[first, ...f(rest)]`. */
function* combine(call: SyntaxNode, context: OperatorContext): Generator<TextEdit> {
  const { source } = context;
  if (call.parent?.type !== "return_statement") return;
  const text = textOf(call, source);
  const isPython = source.language === "python";
  const put = (replacement: string, weight: number) => replaceNode(call, replacement, source, { weight });
  yield put(`1 + ${text}`, 0.6);
  yield put(isPython ? `not ${text}` : `!${text}`, 0.3);
  for (const { text: term, shape, kind } of listTerms(call, context).slice(0, 6)) {
    if (kind === "outer") continue;
    const share = shape === "number" ? 1 : shape === "unknown" ? 0.6 : 0;
    if (share > 0) {
      yield put(`${term} + ${text}`, 0.5 * share);
      yield put(`${term} * ${text}`, 0.5 * share);
    }
    if (shape === "string") yield put(`${text} + ${term}`, 0.4);
    if (shape === "list" || shape === "unknown") {
      yield put(isPython ? `${term} + ${text}` : `[...${term}, ...${text}]`, 0.3);
      yield put(isPython ? `[${term}] + ${text}` : `[${term}, ...${text}]`, 0.4);
    }
  }
}

/** A parameter that the call leaves to its default, such as the accumulator or the depth. */
function* addArgument(call: SyntaxNode, owner: SyntaxNode, { source }: OperatorContext): Generator<TextEdit> {
  const list = childOf(call, "arguments");
  const parameters = namedChildrenOf(childOf(owner, "parameters") ?? owner)
    .map((parameter) => /^[A-Za-z_$][\w$]*/.exec(textOf(parameter, source))?.[0] ?? "")
    .filter((name) => !/^(?:self|cls|this|)$/.test(name));
  const given = list === null ? [] : namedChildrenOf(list);
  const missing = parameters.slice(given.length);
  if (list === null || missing.length === 0 || given.some(({ type }) => type === "keyword_argument")) return;
  for (const value of [missing.join(", "), missing[0], `${missing[0]} + 1`, `${missing[0]} - 1`]) {
    const texts = [...given.map((argument) => textOf(argument, source)), value];
    yield replaceNode(list, `(${texts.join(", ")})`, source, {
      weight: value?.includes(" ") === true ? 0.6 : 0.9,
    });
  }
}
