import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

/** Links of a chain that are moved; a longer chain is hardly out of order as a whole. */
const MAX_LINKS = 6;

/** Mends steps that are done in the wrong order: `s.replace("<", …).replace("&", …)`, a slice ahead of the sort, `escape(s.trim())` for `escape(s).trim()`. */
export const chainOrder: Operator = {
  name: "chain-order",
  version: 1,
  prior: 0.4,
  languages,
  *find(node, { source }) {
    const call = readCall(node, source);
    if (call === null || call.isNew) return;
    if (call.object === null) yield* takeOut(node, source);
    else {
      yield* takeIn(node, call.object, source);
      // Only the end of a chain, since each part of it is a call too.
      if (node.field !== "object") yield* reorder(node, source);
    }
  },
};

/** What the chain starts with, and its links with dots and arguments, the first first. */
function readChain(
  node: SyntaxNode,
  source: Source,
): { readonly root: SyntaxNode; readonly links: readonly string[] } {
  const links: string[] = [];
  let root = node;
  for (
    let call = readCall(root, source);
    call !== null && call.object !== null && !call.isNew;
    call = readCall(root, source)
  ) {
    links.unshift(source.text.slice(call.object.end, root.end));
    root = call.object;
  }
  return { root, links };
}

function* reorder(node: SyntaxNode, source: Source): Generator<TextEdit> {
  const { root, links } = readChain(node, source);
  if (links.length < 2 || links.length > MAX_LINKS) return;
  const start = textOf(root, source);
  const offer = (order: readonly string[], weight: number) =>
    replaceNode(node, start + order.join(""), source, {
      weight,
      summary: `do ${order.map((link) => link.trim()).join("")}`.replace(/\s+/g, " ").slice(0, 80),
    });
  for (let at = 0; at + 1 < links.length; at += 1) {
    const [first = "", second = ""] = links.slice(at, at + 2);
    const isAlike = first.split("(")[0]?.trim() === second.split("(")[0]?.trim();
    yield offer([...links.slice(0, at), second, first, ...links.slice(at + 2)], isAlike ? 0.9 : 0.6);
  }
  if (links.length > 2) {
    yield offer([...links.slice(-1), ...links.slice(0, -1)], 0.6);
    yield offer([...links.slice(1), ...links.slice(0, 1)], 0.6);
  }
  for (let at = 0; at < links.length - 1; at += 1) yield offer(links.toSpliced(at, 1), 0.35);
}

/** `f(x.m(a))` for `f(x).m(a)`. */
function* takeOut(node: SyntaxNode, source: Source): Generator<TextEdit> {
  const call = readCall(node, source);
  const [only, ...others] = call?.values ?? [];
  const inner = only === undefined ? null : readCall(only, source);
  if (
    call === null ||
    only === undefined ||
    others.length > 0 ||
    inner === null ||
    inner.object === null ||
    inner.isNew
  )
    return;
  const link = source.text.slice(inner.object.end, only.end);
  yield replaceNode(node, `${textOf(call.callee, source)}(${textOf(inner.object, source)})${link}`, source, {
    weight: 0.5,
  });
}

/** `f(x).m(a)` for `f(x.m(a))`. */
function* takeIn(node: SyntaxNode, object: SyntaxNode, source: Source): Generator<TextEdit> {
  const around = readCall(object, source);
  const [only, ...others] = around?.values ?? [];
  if (around === null || around.object !== null || around.isNew || only === undefined || others.length > 0)
    return;
  if (
    /spread|splat|keyword|generator/.test(only.type) ||
    !/^(?:identifier|call|call_expression|member_expression|attribute|subscript|subscript_expression|string)$/.test(
      only.type,
    )
  )
    return;
  const link = source.text.slice(object.end, node.end);
  yield replaceNode(node, `${textOf(around.callee, source)}(${textOf(only, source)}${link})`, source, {
    weight: 0.5,
  });
}
