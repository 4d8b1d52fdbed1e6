import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import { lookUp } from "../look-up.ts";
import type { Operator } from "../operator.ts";
import { readLayout } from "../statement/layout.ts";
import { isBareBody, isListed, placeBefore, writeIf } from "../statement/place-statement.ts";
import type { TextEdit } from "../text-edit.ts";

const containers: Readonly<Record<string, readonly string[]>> = {
  push: ["[]"],
  append: ["[]"],
  extend: ["[]"],
  add: ["new Set()", "set()"],
};

/**
 * Mends an entry that is used before it is there: `if (!(key in groups)) groups[key] = [];` ahead of
 * `groups[key].push(item)` or `counts[key] += 1`, and the same for maps.
 */
export const ensureEntry: Operator = {
  name: "ensure-entry",
  version: 1,
  prior: 0.4,
  languages,
  isRepairOnly: true,
  *find(node, { source }): Generator<TextEdit> {
    if (node.type !== "expression_statement" || !(isListed(node) || isBareBody(node))) return;
    const layout = readLayout(source);
    for (const { holder, key, value, isMap } of findEntries(node, source)) {
      const test = layout.isPython
        ? `${key} not in ${holder}`
        : isMap
          ? `!${holder}.has(${key})`
          : `!(${key} in ${holder})`;
      const write = isMap ? `${holder}.set(${key}, ${value})` : `${holder}[${key}] = ${value}`;
      const placed = placeBefore(node, writeIf(test, [`${write}${layout.end}`], layout), source, layout);
      if (placed !== null) yield { ...placed, summary: `begin ${holder} of ${key} with ${value}`, weight: 1 };
    }
  },
};

type Entry = {
  readonly holder: string;
  readonly key: string;
  readonly value: string;
  readonly isMap: boolean;
};

function* findEntries(statement: SyntaxNode, source: Source): Generator<Entry> {
  for (const node of walkTree(statement)) {
    const isAddition =
      node.type === "augmented_assignment_expression" || node.type === "augmented_assignment";
    const updated = isAddition
      ? childOf(node, "left")
      : node.type === "update_expression"
        ? childOf(node, "argument")
        : null;
    if (updated !== null) {
      const right = childOf(node, "right");
      const isText = right !== null && /string/.test(right.type);
      const isList = right !== null && /^(?:array|list)$/.test(right.type);
      yield* readEntry(updated, [isText ? '""' : isList ? "[]" : "0"], source);
    }
    const member = childOf(node, "property") ?? childOf(node, "attribute");
    const object = childOf(node, "object");
    if (member === null || object === null) continue;
    const values = lookUp(containers, textOf(member, source)) ?? [];
    const fitting = values.filter(
      (value) => values.length === 1 || value.startsWith("new") !== (source.language === "python"),
    );
    yield* readEntry(object, fitting, source);
  }
}

/** `holder[key]`, `holder.get(key)`. */
function* readEntry(node: SyntaxNode, values: readonly string[], source: Source): Generator<Entry> {
  const key = childOf(node, "index") ?? childOf(node, "subscript");
  const holder = childOf(node, "object") ?? childOf(node, "value");
  if (key !== null && holder !== null && !/^(?:integer|number|slice)$/.test(key.type)) {
    for (const value of values)
      yield { holder: textOf(holder, source), key: textOf(key, source), value, isMap: false };
    return;
  }
  const callee = childOf(node, "function");
  const [first] = namedChildrenOf(childOf(node, "arguments") ?? node);
  const map = callee === null ? null : childOf(callee, "object");
  if (callee === null || map === null || first === undefined || !/\.get$/.test(textOf(callee, source)))
    return;
  if (source.language === "python") return;
  for (const value of values)
    yield { holder: textOf(map, source), key: textOf(first, source), value, isMap: true };
}
