import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { insertArgument } from "../insert-argument.ts";
import type { Operator } from "../operator.ts";
import { readBinary } from "../read-binary.ts";
import { type Call, readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

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
  *find(node, { source }) {
    const call = readCall(node, source);
    if (call === null) return;
    yield* source.language === "python" ? changeKey(call, source) : changeComparator(call, source);
  },
};

function* changeComparator(call: Call, source: Source): Generator<TextEdit> {
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
  const compared = body === null ? null : readBinary(body, source);
  if (body === null || compared === null || !/^[<>]=?$/.test(compared.sign)) return;
  const [left, right] = [textOf(compared.left, source), textOf(compared.right, source)];
  const [low, high] = compared.sign.startsWith(">") ? [left, right] : [right, left];
  yield replaceNode(body, `${low} - ${high}`, source);
  yield replaceNode(body, `${low} < ${high} ? -1 : ${low} > ${high} ? 1 : 0`, source, { weight: 0.6 });
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
