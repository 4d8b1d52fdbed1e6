import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { namedChildrenOf } from "../../syntax/syntax-node.ts";
import { isValue } from "../is-value.ts";
import { listLocals } from "../list-locals.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";

const MAX_ELEMENTS = 4;
const MAX_NAMES = 4;

/** Mends a list that lacks an element or the elements of another: `[entry]` for `[...entries, entry]`, `[...left]` without the rest. */
export const listExtension: Operator = {
  name: "list-extension",
  version: 1,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, { source, names }) {
    if (!/^(?:array|list|tuple)$/.test(node.type) || !isValue(node)) return;
    const elements = namedChildrenOf(node);
    if (elements.length > MAX_ELEMENTS || (node.type === "tuple" && elements.length === 0)) return;
    const text = textOf(node, source);
    const inside = text.slice(1, -1).replace(/,\s*$/, "");
    const [open, close] = [text.slice(0, 1), text.slice(-1)];
    const sign = source.language === "python" ? "*" : "...";
    const locals = listLocals(node, names).filter(
      ({ name }) => !new RegExp(`\\b${name.replaceAll("$", "\\$")}\\b`).test(text),
    );
    for (const { name, type, isUnread, isOwn } of locals.slice(0, MAX_NAMES)) {
      const likely = isUnread ? 1 : isOwn ? 0.5 : 0.2;
      const isList = type === "array" || type === "unknown";
      const join = (...parts: readonly string[]) =>
        `${open}${parts.filter((part) => part !== "").join(", ")}${close}`;
      if (isList && node.type !== "tuple") {
        const weight = likely * (type === "array" ? 1 : 0.4);
        yield replaceNode(node, join(`${sign}${name}`, inside), source, { weight });
        if (inside !== "") yield replaceNode(node, join(inside, `${sign}${name}`), source, { weight });
      }
      const weight = likely * (type === "array" ? 0.3 : 0.6);
      yield replaceNode(node, join(inside, name), source, { weight });
    }
  },
};
