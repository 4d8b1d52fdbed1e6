import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";

/** Mends arguments of a call that stand in the wrong order; Python's keyword arguments have none. */
export const argumentOrder: Operator = {
  name: "argument-order",
  version: 1,
  prior: 0.6,
  languages,
  *find(node, { source }) {
    if (node.type !== "arguments" && node.type !== "argument_list") return;
    if (node.parent?.type === "class_definition") return;
    const values = namedChildrenOf(node).filter(
      ({ type }) => type !== "keyword_argument" && !/spread|splat/.test(type),
    );
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
