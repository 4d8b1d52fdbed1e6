import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { enclosing, namedChildrenOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { excerpt, replaceNode } from "../replace-node.ts";
import { functionTypes } from "../scope-types.ts";

/** Mends a promise or coroutine that is used before it has settled, and one awaited too much. */
export const missingAwait: Operator = {
  name: "missing-await",
  version: 1,
  prior: 0.5,
  languages,
  *find(node, { source }) {
    if (node.type === "await_expression" || node.type === "await") {
      const [awaited] = namedChildrenOf(node);
      if (awaited !== undefined) yield replaceNode(node, textOf(awaited, source), source, { weight: 0.1 });
      return;
    }
    if (node.type !== "call_expression" && node.type !== "call") return;
    if (/^await/.test(node.parent?.type ?? "")) return;
    const owner = enclosing(node, functionTypes);
    if (owner === null || !owner.children.some(({ type }) => type === "async")) return;
    const call = textOf(node, source);
    const isChained = node.field === "object" || node.field === "value";
    const replacement =
      isChained && node.parent?.type !== "variable_declarator" ? `(await ${call})` : `await ${call}`;
    yield replaceNode(node, replacement, source, { weight: 1, summary: `wait for ${excerpt(call)}` });
  },
};
