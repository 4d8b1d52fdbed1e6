import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";

const empty: Readonly<Record<string, string>> = { map: "new Map()", set: "new Set()" };

/** Mends a list that is emptied while others still hold it (`row.length = 0`, `row.clear()`), and one that is replaced where it should be emptied. */
export const resetKind: Operator = {
  name: "reset-kind",
  version: 1,
  prior: 0.6,
  languages,
  *find(node, { source, names }) {
    const isPython = source.language === "python";
    if (node.type === "assignment_expression" || node.type === "assignment") {
      const [left, right] = [childOf(node, "left"), childOf(node, "right")];
      if (left === null || right === null) return;
      const [target, value] = [textOf(left, source), textOf(right, source)];
      const emptied = /^(.+)\.length$/s.exec(target)?.[1];
      if (emptied !== undefined && value === "0") yield replaceNode(node, `${emptied} = []`, source);
      if (value === "[]")
        yield replaceNode(node, isPython ? `${target}.clear()` : `${target}.length = 0`, source, {
          weight: 0.3,
        });
      return;
    }
    const call = readCall(node, source);
    if (call === null || call.name !== "clear" || call.object === null || call.values.length > 0) return;
    if (node.parent?.type !== "expression_statement") return;
    const type = names.typeOf(call.object);
    const made = isPython
      ? type === "dict"
        ? "{}"
        : type === "set"
          ? "set()"
          : "[]"
      : (empty[type] ?? "new Map()");
    yield replaceNode(node, `${textOf(call.object, source)} = ${made}`, source);
  },
};
