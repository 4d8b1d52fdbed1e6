import type { Source } from "../../syntax/source.ts";
import { type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { Assertion } from "./assertion.ts";
import { listAssertions } from "./list-assertions.ts";
import { isWeakerMatcher } from "./matcher-order.ts";
import { renderCallee } from "./read-callee.ts";
import { renderCanonical } from "./render-canonical.ts";
import type { TestDifference } from "./test-difference.ts";

/** Statements of a test that have no twin on the other side. */
export type Leftover = { readonly nodes: readonly SyntaxNode[]; readonly source: Source };

const close = /close|approx|almost|delta|tolerance|epsilon|places/i;
const functions = new Set([
  "arrow_function",
  "function_expression",
  "function_declaration",
  "function_definition",
  "lambda",
]);
const limits = /(?:^|\.)(?:setTimeout|timeout|retries|slow|setConfig|timeoutAfter|setDefaultTimeout|plan)$/;

/**
 * Says what a changed test lost: assertions, the strictness of matchers, expected values, its way to the end. `line` is
 * where the test stands now. There is always at least one difference. Pure.
 */
export function describeTestChange(
  before: Leftover,
  after: Leftover,
  { title, line }: { readonly title: string; readonly line: number },
): readonly TestDifference[] {
  const at = after.nodes[0]?.line ?? line;
  const [was, is] = [listAll(before), listAll(after)];
  const [lost, gained] = subtract(was, is);
  const found: TestDifference[] = [];
  const weaken = (where: number, reason: string) => {
    found.push({ rule: "test-weakened", line: where, reason: `${title}: ${reason}` });
  };
  const skip = after.nodes.map(findReturn).find((node) => node !== null) ?? null;
  if (skip !== null && before.nodes.every((node) => findReturn(node) === null))
    found.push({
      rule: "test-skipped",
      line: skip.line,
      reason: `${title}: it may end before its assertions`,
    });
  for (const { node, callee } of listLimits(after))
    if (!listLimits(before).some((known) => known.text === renderCanonical(node, after.source)))
      found.push({
        rule: "test-tolerance",
        line: node.line,
        reason: `${title}: ${callee} was added or changed`,
      });
  if (gained.length < lost.length)
    weaken(at, `${lost.length - gained.length} of its assertions are gone or depend on a condition`);
  for (const [one, other] of pair(lost, gained)) found.push(...describePair(one, other, title));
  if (found.length === 0)
    weaken(at, was.length > 0 ? "the way to its assertions was changed" : "what it does was changed");
  return found;
}

/** The statement that ends a test early, beneath one of its own; those of functions inside end only these. Pure. */
export function findReturn(node: SyntaxNode): SyntaxNode | null {
  return (
    [...walkTree(node, ({ type }) => functions.has(type))].find(({ type }) => type === "return_statement") ??
    null
  );
}

function listAll({ nodes, source }: Leftover): readonly Assertion[] {
  return nodes.flatMap((node) => listAssertions(node, source));
}

function listLimits({ nodes, source }: Leftover) {
  return nodes
    .flatMap((node) => [...walkTree(node)])
    .filter(({ type }) => type === "call_expression" || type === "call")
    .map((node) => ({ node, callee: renderCallee(node, source), text: renderCanonical(node, source) }))
    .filter(({ callee }) => limits.test(callee) && callee !== "setTimeout");
}

function subtract(was: readonly Assertion[], is: readonly Assertion[]) {
  const rest = new Map<string, Assertion[]>();
  for (const one of is) rest.set(keyOf(one), [...(rest.get(keyOf(one)) ?? []), one]);
  const lost = was.filter((one) => rest.get(keyOf(one))?.pop() === undefined);
  return [lost, [...rest.values()].flat()] as const;
}

function keyOf({ line: _line, ...rest }: Assertion): string {
  return JSON.stringify(rest);
}

/** Those about the same thing belong together, then the rest in order. */
function pair(lost: readonly Assertion[], gained: readonly Assertion[]) {
  const free = [...gained];
  const take = (isFit: (one: Assertion) => boolean) => {
    const index = free.findIndex(isFit);
    return index === -1 ? undefined : free.splice(index, 1)[0];
  };
  const bySubject = lost.map((one) => [one, take(({ subject }) => subject === one.subject)] as const);
  return bySubject.flatMap(([one, other]) => {
    const twin = other ?? free.shift();
    return twin === undefined ? [] : [[one, twin] as const];
  });
}

function describePair(was: Assertion, is: Assertion, title: string): readonly TestDifference[] {
  const tell = (reason: string, rule: TestDifference["rule"] = "test-weakened") => [
    { rule, line: is.line, reason: `${title}: ${reason}` },
  ];
  const [from, to] = [nameMatcher(was), nameMatcher(is)];
  if (is.modifiers.includes("not") !== was.modifiers.includes("not"))
    return tell(`an assertion was turned round (${from} → ${to})`);
  if (isWeakerMatcher(was.matcher, is.matcher)) return tell(`a weaker matcher (${from} → ${to})`);
  if (from !== to) return tell(`another matcher (${from} → ${to})`);
  const isClose = close.test(from) || close.test(was.expected.join(" ")) || close.test(is.expected.join(" "));
  if (was.expected.join("\n") !== is.expected.join("\n"))
    return isClose
      ? tell(`the tolerance of ${from} was changed`, "test-tolerance")
      : tell(`what ${from} expects was changed`);
  return tell(`what ${from} looks at was changed`);
}

function nameMatcher({ modifiers, matcher }: Assertion): string {
  return [...modifiers, matcher === "" ? "truth" : matcher].join(" ");
}
