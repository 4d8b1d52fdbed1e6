import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { bracketObject } from "../bracket.ts";
import { isCondition } from "../is-condition.ts";
import { isValue } from "../is-value.ts";
import { listLocals } from "../list-locals.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const MAX_NAMES = 3;
const sliced =
  /^(?:identifier|member_expression|attribute|call_expression|call|subscript|subscript_expression|list|array)$/;

/** Mends a text or list that is taken whole where a part is meant: `url` for `url.slice(0, hashAt)`, `xs` for `xs[1:]`. */
export const sliceWrap: Operator = {
  name: "slice-wrap",
  version: 1,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, { source, names }) {
    if (!sliced.test(node.type) || !isValue(node) || isCondition(node, source)) return;
    if (
      node.field === "object" ||
      node.field === "function" ||
      node.field === "index" ||
      node.field === "subscript"
    )
      return;
    const type = names.typeOf(node);
    if (type !== "string" && type !== "array" && type !== "unknown") return;
    const known = type === "unknown" ? 0.4 : 1;
    const text = bracketObject(node, source);
    const bounds: (readonly [from: string, to: string, weight: number])[] = [
      ["1", "", 0.5],
      ["", "-1", 0.4],
    ];
    const locals = listLocals(node, names).filter(
      ({ name, type: kind, isUnread }) =>
        name !== textOf(node, source) && (kind === "number" || (isUnread && kind === "unknown")),
    );
    for (const { name, isUnread, isOwn } of locals.slice(0, MAX_NAMES)) {
      const likely = isUnread ? 1 : isOwn ? 0.5 : 0.2;
      bounds.push(["", name, likely], [name, "", likely], [`${name} + 1`, "", likely * 0.6]);
    }
    for (const [from, to, weight] of bounds) {
      if (weight * known < 0.15) continue;
      const code =
        source.language === "python"
          ? `${text}[${from}:${to}]`
          : `${text}.slice(${[from || "0", to].filter((part) => part !== "").join(", ")})`;
      yield replaceNode(node, code, source, { weight: weight * known });
    }
  },
};
