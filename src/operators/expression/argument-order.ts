import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";

/** Mends arguments of a call that stand in the wrong order; of Python's keyword arguments the values. */
export const argumentOrder: Operator = {
  name: "argument-order",
  version: 2,
  prior: 0.6,
  languages,
  *find(node, { source }) {
    if (node.type !== "arguments" && node.type !== "argument_list") return;
    if (node.parent?.type === "class_definition") return;
    const values = namedChildrenOf(node).filter(
      ({ type }) => type !== "keyword_argument" && !/spread|splat/.test(type),
    );
    const named = namedChildrenOf(node).flatMap((value) =>
      value.type === "keyword_argument" ? [childOf(value, "value") ?? value] : [],
    );
    for (const [at, first] of named.slice(0, -1).entries()) {
      const second = named[at + 1] ?? first;
      const [before, after] = [textOf(first, source), textOf(second, source)];
      yield {
        start: first.start,
        end: second.end,
        replacement: `${after}${source.text.slice(first.end, second.start)}${before}`,
        summary: `swap the values ${before} and ${after}`.replace(/\s+/g, " ").slice(0, 100),
        weight: 0.5,
      };
    }
    for (const [at, first] of values.entries()) {
      for (const [distance, second] of values.slice(at + 1).entries()) {
        const [before, after] = [textOf(first, source), textOf(second, source)];
        yield {
          start: first.start,
          end: second.end,
          replacement: `${after}${source.text.slice(first.end, second.start)}${before}`,
          summary: `swap the arguments ${before} and ${after}`.replace(/\s+/g, " ").slice(0, 100),
          weight: distance === 0 ? 1 : 0.5,
        };
      }
    }
  },
};
