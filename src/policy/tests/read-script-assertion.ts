import type { Source } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Assertion } from "./assertion.ts";
import { type CalleeLink, readCallee } from "./read-callee.ts";
import { renderCanonical } from "./render-canonical.ts";

/** Words of chai that read well and mean nothing. */
const fillers = new Set(
  "to be been is that which and has have with at of same but does still also".split(" "),
);
const modifiers = new Set(
  "not resolves rejects deep own nested ordered any all never soft poll strict".split(" "),
);
const tMatchers = new Set(
  (
    "ok notOk true false truthy falsy assert equal equals is not isNot same strictSame strictEqual notStrictEqual " +
    "notEqual notEquals deepEqual deepEquals notDeepEqual deepLooseEqual looseEqual deepStrictEqual like notSame " +
    "throws doesNotThrow throwsAsync notThrows rejects resolves match doesNotMatch notMatch regex notRegex snapshot " +
    "matchSnapshot error ifError ifErr fail pass plan end hasStrict has type unreachable snapshot propEqual"
  ).split(" "),
);
const tNames = new Set(["t", "tt", "st", "tap", "QUnit", "qunit", "test"]);
/** Functions of `node:assert` and chai that may be imported by name. */
const bare = new Set(
  (
    "assert ok equal notEqual strictEqual notStrictEqual deepEqual deepStrictEqual notDeepEqual notDeepStrictEqual " +
    "partialDeepStrictEqual throws doesNotThrow rejects doesNotReject match doesNotMatch ifError"
  ).split(" "),
);

/** Reads an expression as an assertion of node:assert, expect, chai, tape, tap, ava or QUnit, or gives null. Pure. */
export function readScriptAssertion(node: SyntaxNode, source: Source): Assertion | null {
  const links = readCallee(node, source);
  const [first, ...rest] = links ?? [];
  if (first === undefined) return null;
  const last = rest.at(-1) ?? first;
  const words = rest.map(({ name }) => name);
  const isExpect = first.name === "expect" && (first.call !== null || rest[0]?.call != null);
  if (isExpect) return readExpect([first, ...rest], node, source);
  if (last.call === null) return null;
  const isAssert = first.name === "assert" || (first.name === "chai" && words[0] === "assert");
  const isT =
    tNames.has(first.name) && (tMatchers.has(last.name) || words[0] === "assert") && rest.length > 0;
  const isBare = rest.length === 0 && bare.has(first.name);
  if (words.includes("should")) return readShould([first, ...rest], node, source);
  if (!isAssert && !isT && !isBare) return null;
  const [subject = "", ...expected] = listArguments(last, source);
  const style = isT ? first.name : "assert";
  const matcher = rest.length === 0 && first.name === "assert" ? "ok" : last.name;
  const between = words.slice(0, -1).filter((word) => modifiers.has(word));
  return { style, matcher, modifiers: between, subject, expected, line: node.line };
}

function readExpect(links: readonly CalleeLink[], node: SyntaxNode, source: Source): Assertion {
  const index = links.findIndex(({ call }) => call !== null);
  const start = links[index];
  const rest = links.slice(index + 1);
  return {
    style: "expect",
    ...readWords(rest, source),
    subject: start === undefined ? "" : listArguments(start, source).join(" "),
    line: node.line,
  };
}

function readShould(links: readonly CalleeLink[], node: SyntaxNode, source: Source): Assertion {
  const index = links.findIndex(({ name }) => name === "should");
  const subject = links.slice(0, index).flatMap((link) => [link.name, ...listArguments(link, source)]);
  return {
    style: "should",
    ...readWords(links.slice(index + 1), source),
    subject: subject.join("."),
    line: node.line,
  };
}

function readWords(links: readonly CalleeLink[], source: Source) {
  const said = links.filter(({ name }) => !fillers.has(name));
  const matcher = said.findLast(({ name, call }) => call !== null || !modifiers.has(name));
  const others = said.filter((link) => link !== matcher);
  return {
    matcher: matcher?.name ?? "",
    modifiers: others.flatMap((link) => [link.name, ...listArguments(link, source)]).sort(),
    expected: matcher === undefined ? [] : listArguments(matcher, source),
  };
}

function listArguments({ call }: CalleeLink, source: Source): readonly string[] {
  const list = call === null ? null : childOf(call, "arguments");
  return list === null ? [] : namedChildrenOf(list).map((one) => renderCanonical(one, source));
}
