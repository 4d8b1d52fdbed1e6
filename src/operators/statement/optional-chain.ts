import { scriptLanguages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { excerpt } from "../replace-node.ts";

/** Mends a read of something that may be missing: `a.b` becomes `a?.b`. */
export const optionalChain: Operator = {
  name: "optional-chain",
  version: 1,
  prior: 0.2,
  languages: scriptLanguages,
  isRepairOnly: true,
  *find(node, { source }) {
    if (node.type !== "member_expression" || childOf(node, "optional_chain") !== null) return;
    const object = childOf(node, "object");
    const dot = node.children.find(({ type }) => type === ".");
    if (object === null || dot === undefined || ["this", "super"].includes(object.type)) return;
    const isTarget = node.field === "left" && /assignment|for_in/.test(node.parent?.type ?? "");
    const isAssigned = isTarget || node.parent?.type === "update_expression";
    if (isAssigned || node.parent?.type === "new_expression") return;
    const summary = `let ${excerpt(textOf(object, source))} be missing`;
    yield { start: dot.start, end: dot.end, replacement: "?.", summary, weight: 0.8 };
  },
};
