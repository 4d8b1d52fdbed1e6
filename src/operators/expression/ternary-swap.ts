import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";

/** Mends a conditional expression whose branches stand the wrong way round, or that needs only one of them. */
export const ternarySwap: Operator = {
  name: "ternary-swap",
  version: 1,
  prior: 0.5,
  languages,
  *find(node, { source }) {
    const [first, second] = findBranches(node);
    if (first === undefined || second === undefined) return;
    const [before, after] = [textOf(first, source), textOf(second, source)];
    yield {
      start: first.start,
      end: second.end,
      replacement: `${after}${source.text.slice(first.end, second.start)}${before}`,
      summary: "swap the branches of the conditional expression",
      weight: 1,
    };
    for (const branch of [before, after]) {
      yield {
        start: node.start,
        end: node.end,
        replacement: branch,
        summary: `always take ${branch}`.slice(0, 80),
        weight: 0.3,
      };
    }
  },
};

function findBranches(node: Parameters<Operator["find"]>[0]) {
  if (node.type === "ternary_expression")
    return [childOf(node, "consequence") ?? undefined, childOf(node, "alternative") ?? undefined];
  if (node.type !== "conditional_expression") return [];
  const [consequence, , alternative] = namedChildrenOf(node);
  return [consequence, alternative];
}
