import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { CodeFacts } from "./code/code-facts.ts";
import { createSmellRule } from "./create-smell-rule.ts";
import { makeSmell } from "./make-smell.ts";
import type { Smell } from "./smell.ts";

const does = "compares a digest with a value that is written down";
const scope =
  /^(function_declaration|function_expression|arrow_function|method_definition|function_definition|program|module)$/;
/** Calls and members that make a number or a text out of a value by which it is known again. */
const digests =
  /\b(charCodeAt|codePointAt|createHash|digest|hexdigest|crc32|adler32|hashlib|md5|sha1|sha256|blake2[bs]|getUint32|getInt32|getBigUint64|getBigInt64|Math\.imul|imul|from_bytes|unpack)\b|(?<![\w.])(hash|ord)\s*\(/;
const large = 4_096;

export const hashedAnswers = createSmellRule({
  id: "hashed-answers",
  title: "New code that knows certain inputs again by a digest of them",
  explanation:
    "Who compares a digest of the input with fixed numbers has special cases that nobody can read. Write down the " +
    "value itself, or better, compute the result. Marks at the head of a file format are written in hexadecimal.",
  inTests: "ignored",
  script: [],
  python: [],
  text: {},
  find: findComparisons,
});

function findComparisons(facts: CodeFacts): readonly Smell[] {
  const { root, text } = facts.source;
  if (!digests.test(text)) return [];
  return [...walkTree(root)].flatMap((node) => {
    if (!isKnownAgain(facts, node)) return [];
    const owner = ownerOf(node);
    return digests.test(text.slice(owner.start, owner.end)) ? [makeSmell(facts, node, { does })] : [];
  });
}

/** An equality, a membership, a case or a row with a large plain number or hexadecimal text. */
function isKnownAgain(facts: CodeFacts, node: SyntaxNode): boolean {
  if (/^(binary_expression|comparison_operator)$/.test(node.type)) {
    const isEqual = node.children.some(({ type }) => /^(===?|!==?|in|not in)$/.test(type));
    return isEqual && namedChildrenOf(node).some((operand) => isDigest(facts, operand));
  }
  if (/^(switch_case|case_clause)$/.test(node.type))
    return namedChildrenOf(node)
      .slice(0, 1)
      .some((value) => isDigest(facts, value));
  if (node.type === "pair") {
    const key = childOf(node, "key");
    return key !== null && isDigest(facts, key);
  }
  const callee = node.type === "call_expression" ? childOf(node, "function") : null;
  const method = callee === null ? null : childOf(callee, "property");
  const object = callee === null ? null : childOf(callee, "object");
  const isAsked =
    method !== null && /^(includes|has|indexOf)$/.test(facts.source.text.slice(method.start, method.end));
  return isAsked && object !== null && isDigest(facts, object);
}

/** Decimal whole numbers beyond what is counted by hand, and six or more hexadecimal digits in a text; or lists of such. */
function isDigest(facts: CodeFacts, node: SyntaxNode): boolean {
  if (/^(array|list|tuple|set|parenthesized_expression|case_pattern|union_pattern)$/.test(node.type))
    return namedChildrenOf(node).some((part) => isDigest(facts, part));
  const written = facts.source.text.slice(node.start, node.end).replace(/^[-+]/, "");
  if (/^0[xbo]/i.test(written)) return false;
  const value = /^[\d_]+n?$/.test(written) ? Number(written.replace(/[_n]/g, "")) : facts.foldValue(node);
  if (typeof value === "number")
    return (
      Number.isInteger(value) &&
      Math.abs(value) > large &&
      !/^\d{1,3}0+$|^(65535|65536|2147483647|4294967295|1114111|5529[56]|5731[89]|5632\d|57343)$/.test(
        String(Math.abs(value)),
      )
    );
  return typeof value === "string" && /^(?=.*\d)[0-9a-f]{6,}$/.test(value);
}

/** The nearest function that itself makes a digest, or the outermost one. */
function ownerOf(node: SyntaxNode): SyntaxNode {
  let at = node;
  while (at.parent !== null && !scope.test(at.type)) at = at.parent;
  return at;
}
