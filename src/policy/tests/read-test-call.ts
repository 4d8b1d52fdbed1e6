import type { Source } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { type CalleeLink, readCallee } from "./read-callee.ts";

/** A call that declares a test or a suite. */
export type TestCall = {
  readonly isTest: boolean;
  /** What is called, such as `it` or `t.test`; a prefixed word counts as the bare one. */
  readonly caller: string;
  /** Words such as `concurrent` and `each`, without `skip` and its like. */
  readonly modifiers: readonly string[];
  /** What `.each(…)` was given, a template where it was tagged with one. */
  readonly table: SyntaxNode | null;
  /** `.timeout(…)`, `.retries(…)` after the call. */
  readonly chained: readonly CalleeLink[];
  readonly arguments: readonly SyntaxNode[];
};

/** Words that declare tests and suites; the values say which. Prefixed ones are skipped or alone. */
const words: ReadonlyMap<string, "test" | "suite"> = new Map([
  ...["it", "test", "specify", "xit", "fit", "xtest", "xspecify"].map((word) => [word, "test"] as const),
  ...["describe", "context", "suite", "xdescribe", "fdescribe", "xcontext"].map(
    (word) => [word, "suite"] as const,
  ),
]);
const prefix = /^[xf](?=(?:it|test|specify|describe|context)$)/;
const members: ReadonlyMap<string, "test" | "suite"> = new Map([
  ["test", "test"],
  ["it", "test"],
  ["module", "suite"],
  ["describe", "suite"],
  ["suite", "suite"],
]);
const markers = new Set(["skip", "todo", "only", "fails", "failing", "fixme", "skipIf", "runIf"]);
const neutral = new Set(["concurrent", "sequential", "serial", "parallel", "shuffle", "each", "for"]);
const chains = new Set(["timeout", "retries", "slow"]);

const functions = new Set(["arrow_function", "function_expression"]);
/** Modules whose default export declares tests. */
const runners = /^(node:test|vitest|@jest\/globals|mocha|tape|tap|ava|uvu|bun:test|qunit|@playwright\/test)#/;

/** Local names that stand for a runner's words, by what a file imports. Pure. */
export function listTestNames(imports: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...imports].flatMap(([local, target]) => {
      if (!runners.test(target)) return [];
      const imported = target.replace(/^.*[#.]/, "");
      const isWhole = imported === "default" || imported === "require";
      return words.has(imported) || isWhole ? [[local, isWhole ? "test" : imported] as const] : [];
    }),
  );
}

/** Reads a call as the declaration of a test or suite, or gives null. `names` are local names of runners' words. Pure. */
export function readTestCall(
  call: SyntaxNode,
  source: Source,
  names: ReadonlyMap<string, string>,
): TestCall | null {
  const links = call.type === "call_expression" ? readCallee(call, source) : null;
  const first = links?.[0];
  if (links === null || first === undefined) return null;
  const second = links[1];
  const isPrefixed = second !== undefined && members.has(second.name);
  const word = isPrefixed ? members.get(second.name) : words.get(names.get(first.name) ?? first.name);
  if (word === undefined) return null;
  const start = isPrefixed ? 1 : 0;
  const tail = links.slice(start);
  const end = tail.findIndex(({ name }, index) => index > 0 && chains.has(name));
  const own = end === -1 ? tail : tail.slice(0, end);
  if (own.slice(1).some(({ name }) => !markers.has(name) && !neutral.has(name))) return null;
  const declaring = own.at(-1)?.call ?? null;
  const list = declaring === null ? null : childOf(declaring, "arguments");
  if (list === null || list.type !== "arguments") return null;
  const given = namedChildrenOf(list);
  const hasFunction = given.some(({ type }) => functions.has(type));
  if (given.length === 0 || (isPrefixed && !hasFunction)) return null;
  return {
    isTest: word === "test",
    caller: isPrefixed ? `${first.name}.${second.name}` : first.name.replace(prefix, ""),
    modifiers: own.slice(1).flatMap(({ name }) => (markers.has(name) ? [] : [name])),
    table: own.some(({ name }) => name === "each" || name === "for") ? findTable(declaring) : null,
    chained: end === -1 ? [] : tail.slice(end),
    arguments: given,
  };
}

/** `it.each(rows)("name", …)`: the callee of the call is itself a call. */
function findTable(declaring: SyntaxNode | null): SyntaxNode | null {
  const callee = declaring === null ? null : childOf(declaring, "function");
  if (callee?.type !== "call_expression") return null;
  const given = childOf(callee, "arguments");
  if (given?.type === "template_string") return given;
  return given === null ? null : (namedChildrenOf(given)[0] ?? null);
}
