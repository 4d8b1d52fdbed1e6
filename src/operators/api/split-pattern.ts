import { languages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import type { Operator } from "../operator.ts";
import { readCall } from "../read-call.ts";
import { replaceNode } from "../replace-node.ts";

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Mends a split that keeps blanks or empty parts, splits too often, or at every kind of line end but one. */
export const splitPattern: Operator = {
  name: "split-pattern",
  version: 1,
  prior: 0.35,
  languages,
  isRepairOnly: true,
  *find(node, { source }) {
    const call = readCall(node, source);
    if (call === null || call.object === null || !/^r?split$/.test(call.name)) return;
    const text = textOf(node, source);
    const [by] = call.values;
    const separator = by?.type === "string" ? textOf(by, source).slice(1, -1) : null;
    const offer = (code: string, weight: number) => replaceNode(node, code, source, { weight });
    const arguments_ = (code: string, weight: number) => replaceNode(call.list, code, source, { weight });
    const index = /^subscript/.test(node.parent?.type ?? "") ? node.parent : null;
    if (index !== null && by !== undefined && /\[1\]$/.test(textOf(index, source))) {
      const by_ = textOf(by, source);
      const tail =
        source.language === "python" ? `${text.replace(/\)$/, ", 1)")}[1]` : `${text}.slice(1).join(${by_})`;
      yield replaceNode(index, tail, source, { weight: 0.8 });
    }
    if (source.language === "python") {
      if (by !== undefined && call.values.length === 1) {
        yield arguments_("()", separator === " " ? 1 : 0.3);
        yield arguments_(`(${textOf(by, source)}, 1)`, 0.7);
      }
      if (by === undefined)
        for (const [code, weight] of [
          ['(" ")', 0.6],
          ['(",")', 0.3],
        ] as const)
          yield arguments_(code, weight);
      if (call.values.length === 2 && by !== undefined) yield arguments_(`(${textOf(by, source)})`, 0.7);
      if (separator === "\\n") yield offer(text.replace(/split\(.*\)$/s, "splitlines()"), 0.7);
      yield offer(`[part.strip() for part in ${text}]`, 0.5);
      yield offer(`[part for part in ${text} if part]`, 0.5);
      return;
    }
    if (by === undefined) return;
    if (separator === " ") yield arguments_("(/\\s+/)", 1);
    else if (separator === "\\n") yield arguments_("(/\\r?\\n/)", 1);
    else if (separator !== null && separator !== "" && !separator.includes("\\")) {
      yield arguments_(`(/\\s*${escapePattern(separator)}\\s*/)`, 0.5);
    }
    if (separator !== "") yield arguments_('("")', 0.3);
    yield offer(`${text}.map((part) => part.trim())`, 0.6);
    yield offer(`${text}.filter((part) => part !== "")`, 0.6);
  },
};
