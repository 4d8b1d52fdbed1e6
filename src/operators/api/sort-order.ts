import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { insertArgument } from "../insert-argument.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { type Call, readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

/** Members that are tried as a further key. */
const MAX_KEYS = 4;
const comparators: Readonly<Record<string, number>> = {
  "(a, b) => a - b": 1,
  "(a, b) => b - a": 0.5,
  "(a, b) => a.localeCompare(b)": 0.3,
};
const keywords: Readonly<Record<string, number>> = {
  "reverse=True": 0.9,
  "key=len": 0.3,
  "key=str.lower": 0.25,
  "key=lambda item: item[1]": 0.3,
  "key=lambda item: item[0]": 0.25,
  "key=abs": 0.15,
};

/** Mends a sort without a comparator or key (numbers sorted as text), in the wrong direction, or by a comparator that gives a boolean. */
export const sortOrder: Operator = {
  name: "sort-order",
  version: 1,
  prior: 0.6,
  languages,
  *find(node, { source, names }) {
    const call = readCall(node, source);
    if (call === null) return;
    yield* source.language === "python" ? changeKey(call, source) : changeComparator(call, { source, names });
  },
};

function* changeComparator(
  call: Call,
  { source, names }: Pick<OperatorContext, "source" | "names">,
): Generator<TextEdit> {
  if ((call.name !== "sort" && call.name !== "toSorted") || call.object === null) return;
  const [comparator] = call.values;
  if (comparator === undefined) {
    for (const [code, weight] of Object.entries(comparators)) yield insertArgument(call, 0, code, weight);
    yield append(call, ".reverse()", 0.3);
    return;
  }
  yield replaceNode(call.list, "()", source, { weight: 0.15, summary: "sort without a comparator" });
  const list = childOf(comparator, "parameters");
  const [first, second] = list === null ? [] : namedChildrenOf(list);
  if (list === null || first === undefined || second === undefined) return;
  const flipped = `(${textOf(second, source)}, ${textOf(first, source)})`;
  yield replaceNode(list, flipped, source, { weight: 0.8, summary: "sort in the other direction" });
  const body = childOf(comparator, "body");
  if (body !== null) yield* addKey(body, [first, second], { source, names });
  const compared = body === null ? null : readBinary(body, source);
  if (body === null || compared === null || !/^[<>]=?$/.test(compared.sign)) return;
  const [left, right] = [textOf(compared.left, source), textOf(compared.right, source)];
  const [low, high] = compared.sign.startsWith(">") ? [left, right] : [right, left];
  yield replaceNode(body, `${low} - ${high}`, source);
  yield replaceNode(body, `${low} < ${high} ? -1 : ${low} > ${high} ? 1 : 0`, source, { weight: 0.6 });
}

/** A comparator of one member lacks a second one, ahead of it or for equal ones. */
function* addKey(
  body: SyntaxNode,
  parameters: readonly [SyntaxNode, SyntaxNode],
  { source, names }: Pick<OperatorContext, "source" | "names">,
): Generator<TextEdit> {
  if (body.type === "statement_block") return;
  const [a, b] = parameters.map((node) => /^[\w$]+/.exec(textOf(node, source))?.[0] ?? "");
  const text = textOf(body, source);
  const members = listMembers(text, [a ?? "", b ?? ""], { source, names });
  for (const member of members.slice(0, MAX_KEYS)) {
    for (const key of [
      `${a}${member} - ${b}${member}`,
      `${b}${member} - ${a}${member}`,
      `${a}${member}.localeCompare(${b}${member})`,
    ]) {
      const weight = key.includes("locale") ? 0.2 : key.startsWith(`${a}`) ? 0.4 : 0.35;
      yield replaceNode(body, `${text} || ${key}`, source, { weight });
      yield replaceNode(body, `${key} || ${text}`, source, { weight: weight * 0.8 });
    }
  }
}

/** `.name` or `[1]`, of what else the file takes of such elements, without what is compared already. */
function listMembers(
  text: string,
  [a, b]: readonly [string, string],
  { source, names }: Pick<OperatorContext, "source" | "names">,
): readonly string[] {
  const keys = [...source.text.matchAll(/[{,]\s*([A-Za-z_$][\w$]*)(?=\s*[:,}])/g)].map(
    ([, key = ""]) => `.${key}`,
  );
  const own = [...names.membersOf(a), ...names.membersOf(b)].map((member) => `.${member}`);
  const indices = new RegExp(`\\b${a}\\[\\d\\]`).test(text) ? ["[0]", "[1]"] : [];
  return [...new Set([...indices, ...own, ...keys])].filter((member) => !text.includes(`${a}${member}`));
}

function* changeKey(call: Call, source: Source): Generator<TextEdit> {
  const isSort = call.name === "sort" && call.object !== null;
  const isPick = call.object === null && (call.name === "max" || call.name === "min");
  if (!isSort && !isPick && !(call.name === "sorted" && call.object === null)) return;
  const named = new Set(call.values.map((value) => textOf(childOf(value, "name") ?? value, source)));
  for (const [keyword, weight] of Object.entries(keywords)) {
    const name = keyword.slice(0, keyword.indexOf("="));
    if (named.has(name) || (isPick && name === "reverse") || (isPick && call.values.length > 1)) continue;
    yield insertArgument(call, call.values.length, keyword, isPick ? weight / 2 : weight);
  }
  for (const value of call.values) {
    if (value.type !== "keyword_argument") continue;
    const kept = call.values.filter((other) => other !== value).map((other) => textOf(other, source));
    yield replaceNode(call.list, `(${kept.join(", ")})`, source, {
      weight: /^reverse/.test(textOf(value, source)) ? 0.9 : 0.3,
      summary: `sort without ${textOf(value, source)}`.slice(0, 80),
    });
  }
}

function append({ node }: { readonly node: SyntaxNode }, code: string, weight: number): TextEdit {
  return { start: node.end, end: node.end, replacement: code, summary: `append ${code}`, weight };
}
