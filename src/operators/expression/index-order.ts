import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import type { TextEdit } from "../text-edit.ts";

const types = new Set(["subscript_expression", "subscript"]);
const indexOf = (node: SyntaxNode) => childOf(node, "index") ?? childOf(node, "subscript");

/** Mends `grid[x][y]` for `grid[y][x]`, and `point[a, b]` for `point[b, a]`. */
export const indexOrder: Operator = {
  name: "index-order",
  version: 1,
  prior: 0.5,
  languages,
  *find(node, { source }): Generator<TextEdit> {
    if (!types.has(node.type)) return;
    const object = childOf(node, "object") ?? childOf(node, "value");
    const all = namedChildrenOf(node).filter(({ field }) => field === "subscript");
    const outer = indexOf(node);
    const inner = object !== null && types.has(object.type) ? indexOf(object) : null;
    const [first, second] = all.length === 2 ? all : [inner, outer];
    if (!first || !second || first.type === "slice" || second.type === "slice") return;
    const [before, after] = [textOf(first, source), textOf(second, source)];
    yield {
      start: first.start,
      end: second.end,
      replacement: `${after}${source.text.slice(first.end, second.start)}${before}`,
      summary: `swap the indices ${before} and ${after}`.replace(/\s+/g, " ").slice(0, 80),
      weight: 1,
    };
  },
};
