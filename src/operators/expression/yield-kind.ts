import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";

/** Mends a generator that gives another generator instead of its values, `yield walk(x)` for `yield* walk(x)`, or takes one apart too much. */
export const yieldKind: Operator = {
  name: "yield-kind",
  version: 1,
  prior: 0.7,
  languages,
  *find(node, { source }) {
    if (node.type !== "yield_expression" && node.type !== "yield") return;
    const [value] = namedChildrenOf(node);
    if (value === undefined) return;
    const text = textOf(value, source);
    const owner = enclosing(node, functionTypes);
    const isAsync = owner?.children.some(({ type }) => type === "async") ?? false;
    if (isAsync && source.language === "python") return;
    const isWhole = node.children.some(({ type }) => type === "*" || type === "from");
    const all = source.language === "python" ? `yield from ${text}` : `yield* ${text}`;
    yield replaceNode(node, isWhole ? `yield ${text}` : all, source);
  },
};
