import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { listLiterals } from "../synthesis/list-literals.ts";
import type { TextEdit } from "../text-edit.ts";

const numberTypes = new Set(["number", "integer", "float"]);
/** Other numbers of the same file that are tried in a number's place. */
const MAX_BORROWED = 6;

/** Mends a wrong number: one off, 0 and 1 confused, a digit too many, the sign, or another number of the file. */
export const constant: Operator = {
  name: "constant",
  version: 2,
  prior: 0.75,
  languages,
  *find(node, context): Generator<TextEdit> {
    const { source, names } = context;
    if (!numberTypes.has(node.type)) return;
    const text = textOf(node, source);
    const value = Number(text.replaceAll("_", ""));
    if (/^\d+n$/.test(text)) {
      yield replaceNode(node, `${BigInt(text.slice(0, -1)) + 1n}n`, source);
      if (text !== "0n") yield replaceNode(node, `${BigInt(text.slice(0, -1)) - 1n}n`, source);
    }
    if (!Number.isFinite(value) || !/^[\d._]+(?:e\d+)?$/i.test(text)) return;
    const others = new Map<string, number>();
    const offer = (other: number, weight: number) => {
      if (!others.has(String(other))) others.set(String(other), weight);
    };
    if (Number.isInteger(value)) {
      // 0 and 1 are confused more often than anything else.
      offer(value + 1, 0.9);
      offer(value - 1, value === 0 ? 0.6 : 1);
    }
    if (value !== 0) offer(0, 0.5);
    if (value !== 1) offer(1, 0.4);
    if (value !== 0) {
      if (node.parent?.type !== "unary_expression" && node.parent?.type !== "unary_operator")
        offer(-value, 0.3);
      offer(value * 10, 0.4);
      offer(Number((value / 10).toPrecision(12)), 0.4);
      offer(value * 2, 0.2);
      offer(Number((value / 2).toPrecision(12)), 0.2);
    }
    for (const unit of value >= 10 ? [60, 1000] : []) {
      offer(value * unit, 0.2);
      if (Number.isInteger(value / unit)) offer(value / unit, 0.3);
    }
    // Other numbers of a test are examples: to take one over is to learn it by heart.
    for (const tested of listLiterals(context).numbers) {
      if (/^[\d.]+$/.test(tested) && !others.has(tested)) others.set(tested, 0.25);
    }
    for (const other of names.numbers.filter((number) => number !== text).slice(0, MAX_BORROWED)) {
      if (!others.has(other)) others.set(other, 0.35);
    }
    others.delete(text);
    for (const [other, weight] of others) yield replaceNode(node, other, source, { weight });
  },
};
