import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import { childOf, namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

/**
 * Mends an entry that is overwritten where it should grow: `counts.set(key, n)` for `counts.set(key, (counts.get(key) ?? 0)
 * + n)`, `groups[key] = [item]` for what was there and the item.
 */
export const accumulateEntry: Operator = {
  name: "accumulate-entry",
  version: 1,
  prior: 0.3,
  languages,
  isRepairOnly: true,
  *find(node, { source }): Generator<TextEdit> {
    yield* merge(node, source);
    const entry = readSet(node, source) ?? readAssignment(node, source);
    if (entry === null) return;
    const { value, old } = entry;
    const text = textOf(value, source);
    const summary = "add to what the entry holds";
    const items = /^(?:array|list)$/.test(value.type) ? text.slice(1, -1) : null;
    if (items !== null) {
      const grown = source.language === "python" ? `${old("[]")} + ${text}` : `[...(${old("[]")}), ${items}]`;
      yield replaceNode(value, grown, source, { weight: 1, summary });
      return;
    }
    const bracketed = /\s/.test(text) ? `(${text})` : text;
    const [sum, empty] = [`${bracket(old("0"))} + ${bracketed}`, `${bracket(old('""'))} + ${bracketed}`];
    yield replaceNode(value, sum, source, { weight: 0.9, summary });
    yield replaceNode(value, empty, source, { weight: 0.3, summary });
  },
};

/** `data = change(data)` for what was there and the change. */
function* merge(node: SyntaxNode, source: Source): Generator<TextEdit> {
  if (!/^assignment(?:_expression)?$/.test(node.type)) return;
  const [left, right] = [childOf(node, "left"), childOf(node, "right")];
  if (left === null || right === null || !/^call/.test(right.type) || left.type !== "identifier") return;
  const [name, value] = [textOf(left, source), textOf(right, source)];
  const isPython = source.language === "python";
  const summary = `keep what ${name} has`;
  const isAbout = new RegExp(`(?<![\\w$.])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(value);
  const share = isAbout ? 1 : 0.3;
  const all = isPython ? `{**${name}, **${value}}` : `{ ...${name}, ...${value} }`;
  yield replaceNode(right, all, source, { weight: 0.5 * share, summary });
  const list = isPython ? `[*${name}, *${value}]` : `[...${name}, ...${value}]`;
  yield replaceNode(right, list, source, { weight: 0.4 * share, summary });
}

type Entry = { readonly value: SyntaxNode; old(empty: string): string };

const bracket = (text: string) => (/\s/.test(text.replace(/\(.*\)/s, "")) ? `(${text})` : text);

/** `map.set(key, value)`. */
function readSet(node: SyntaxNode, source: Source): Entry | null {
  const callee = childOf(node, "function");
  const map = callee === null ? null : childOf(callee, "object");
  const [key, value, more] = namedChildrenOf(childOf(node, "arguments") ?? node);
  if (callee === null || map === null || key === undefined || value === undefined || more !== undefined)
    return null;
  if (!/\.set$/.test(textOf(callee, source)) || /\.get\(/.test(textOf(value, source))) return null;
  const read = `${textOf(map, source)}.get(${textOf(key, source)})`;
  return { value, old: (empty) => `${read} ?? ${empty}` };
}

/** `entries[key] = value`. */
function readAssignment(node: SyntaxNode, source: Source): Entry | null {
  if (!/^assignment(?:_expression)?$/.test(node.type)) return null;
  const [left, value] = [childOf(node, "left"), childOf(node, "right")];
  if (left === null || value === null || !/^subscript/.test(left.type)) return null;
  const holder = childOf(left, "object") ?? childOf(left, "value");
  const key = childOf(left, "index") ?? childOf(left, "subscript");
  const target = textOf(left, source);
  if (holder === null || key === null || textOf(value, source).includes(target)) return null;
  if (source.language === "python") {
    const [map, name] = [textOf(holder, source), textOf(key, source)];
    return { value, old: (empty) => `${map}.get(${name}, ${empty})` };
  }
  return { value, old: (empty) => `${target} ?? ${empty}` };
}
