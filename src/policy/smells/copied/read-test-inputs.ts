import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../../syntax/syntax-node.ts";
import type { CodeFacts } from "../code/code-facts.ts";
import { listLiterals } from "./literal.ts";

/** Callees that judge or arrange; what they are given is not what the tested code is asked. */
const judges =
  /^(await\s+)?(assert\w*|expect\w*|t|it|test|describe|suite|specify|context|before\w*|after\w*|chai|sinon|vi|jest|mock|pytest|self|unittest|console|print|JSON|json|path|os|require|import|Object|Array|String|Number|Symbol|Math|\w*Error)\b/;

/**
 * Phrases that tests hand to what they test: arguments of calls that are no assertions, and all but the last of a row
 * of examples. A phrase has white space, letters beyond ASCII or is a date; words, flags and addresses are what any
 * program may name. Pure.
 */
export function readTestInputs(facts: CodeFacts): ReadonlySet<string> {
  const inputs = new Set<string>();
  const add = (node: SyntaxNode): void => {
    for (const value of listLiterals(facts, node))
      if (typeof value === "string" && isPhrase(value)) inputs.add(value.trim());
  };
  for (const node of walkTree(facts.source.root)) {
    if (/^call/.test(node.type)) {
      const callee = childOf(node, "function");
      const given = childOf(node, "arguments");
      if (callee === null || given === null) continue;
      if (!judges.test(facts.source.text.slice(callee.start, Math.min(callee.end, callee.start + 40))))
        for (const part of namedChildrenOf(given)) if (!/function|lambda/.test(part.type)) add(part);
    } else if (isRow(node)) for (const part of namedChildrenOf(node).slice(0, -1)) add(part);
  }
  return inputs;
}

/** Whether a text is too odd to stand in a test and in a source by accident. Pure. */
export function isPhrase(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.length < 5 || trimmed.length > 120 || !/\p{L}|\d/u.test(trimmed)) return false;
  return /\s/.test(trimmed) || /[^\p{ASCII}]/u.test(trimmed) || /^(\d{4}-\d\d|\d{1,2}:\d\d)/.test(trimmed);
}

function isRow({ type, parent, children }: SyntaxNode): boolean {
  const isInList = parent !== null && /^(array|list|tuple|set)$/.test(parent.type);
  return isInList && /^(array|list|tuple)$/.test(type) && children.length > 0;
}
