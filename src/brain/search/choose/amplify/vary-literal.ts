import { type Source, textOf } from "../../../../syntax/source.ts";
import type { SyntaxNode } from "../../../../syntax/syntax-node.ts";
import { isSpecial, type ProbeValue } from "../../../behaviour/probe-value.ts";
import { readLiteral } from "../../../behaviour/read-literal.ts";
import { varyValue } from "../../../behaviour/vary-value.ts";

/** Another literal of the same type in a literal's place; null where it cannot be read or stays what it is. */
export function varyLiteral(node: SyntaxNode, source: Source, deps: { random(): number }): string | null {
  const read = readLiteral(node, source);
  if (!read.isLiteral || isSpecial(read.value)) return null;
  const text = write(varyValue(read.value, deps), source.language === "python");
  if (text === null || text === textOf(node, source)) return null;
  return text.startsWith("-") ? `(${text})` : text;
}

function write(value: ProbeValue, isPython: boolean): string | null {
  if (typeof value === "string" || typeof value === "number") return JSON.stringify(value);
  if (typeof value === "boolean") return isPython ? (value ? "True" : "False") : String(value);
  if (value === null) return isPython ? "None" : "null";
  if (isSpecial(value)) return null;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(([key, part]) => {
    const text = write(part, isPython);
    return text === null ? null : isList ? text : `${JSON.stringify(key)}: ${text}`;
  });
  if (parts.includes(null)) return null;
  return isList ? `[${parts.join(", ")}]` : `{${parts.join(", ")}}`;
}
