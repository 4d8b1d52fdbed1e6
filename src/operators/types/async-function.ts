import { scriptLanguages } from "../../syntax/language.ts";
import { textOf } from "../../syntax/source.ts";
import { childOf, walkTree } from "../../syntax/syntax-node.ts";
import type { Operator } from "../operator.ts";
import { functionTypes } from "../scope-types.ts";

/** Mends a function that awaits and is not async, which the compiler says (TS1308, TS1103). */
export const asyncFunction: Operator = {
  name: "async-function",
  version: 1,
  prior: 0.9,
  languages: scriptLanguages,
  isRepairOnly: true,
  *find(node, { source, findings = [] }) {
    if (!functionTypes.has(node.type) || node.children.some(({ type }) => type === "async")) return;
    const isSaid = findings.some(
      ({ rule, line }) => /^TS1(?:308|103)$/.test(rule) && node.line <= line && line <= node.endLine,
    );
    if (!isSaid) return;
    const inner = [...walkTree(node)].filter((part) => part !== node && functionTypes.has(part.type));
    const awaits = [...walkTree(node, (part) => inner.includes(part))].some(
      ({ type }) => type === "await_expression",
    );
    if (!awaits) return;
    const name = childOf(node, "name");
    const start = node.type === "method_definition" ? (name?.start ?? node.start) : node.start;
    yield {
      start,
      end: start,
      replacement: "async ",
      summary: `make ${name === null ? "the function" : textOf(name, source)} async`,
      weight: 1,
    };
  },
};
