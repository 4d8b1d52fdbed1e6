import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { isValue } from "../is-value.ts";
import { listLocals } from "../list-locals.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const MAX_NAMES = 3;

/** Mends a number that should be what a collection holds: `sum / size` for `sum / recent.length`, a fixed 10 for `len(rows)`. */
export const sizeChoice: Operator = {
  name: "size-choice",
  version: 1,
  prior: 0.35,
  languages,
  *find(node, { source, names }) {
    if (
      !/^(?:identifier|number|integer|attribute|member_expression|call|binary_expression|binary_operator)$/.test(
        node.type,
      ) ||
      !isValue(node)
    )
      return;
    if (node.field === "object" || node.field === "function") return;
    const type = names.typeOf(node);
    if (type !== "number") return;
    const current = textOf(node, source);
    const isSize = /length|size|len\(|count|^n$|total|width|height/i.test(current);
    const lists = listLocals(node, names).filter((local) =>
      /^(?:array|string|map|set|dict)$/.test(local.type),
    );
    for (const { name, type: kind, isUnread, isOwn } of lists.slice(0, MAX_NAMES)) {
      const size =
        source.language === "python"
          ? `len(${name})`
          : `${name}.${kind === "map" || kind === "set" ? "size" : "length"}`;
      if (current.includes(size)) continue;
      const likely = isUnread ? 1 : isOwn ? 0.6 : 0.25;
      yield replaceNode(node, size, source, { weight: likely * (isSize ? 1 : 0.4) });
    }
  },
};
