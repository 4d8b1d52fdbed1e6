import { type Source, textOf } from "../../syntax/source.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";

/** A string literal in one spelling, whatever its quotes; an expression inside it keeps its text. Pure. */
export function renderString(node: SyntaxNode, source: Source): string {
  const text = textOf(node, source);
  if (source.language !== "python") return `"${unifyQuotes(text.slice(1, -1))}"`;
  if (node.type === "concatenated_string") {
    const parts = node.children.filter(({ type }) => type === "string");
    return joinStrings(parts.map((part) => renderString(part, source)));
  }
  const start = node.children.find(({ type }) => type === "string_start");
  const end = node.children.findLast(({ type }) => type === "string_end");
  const content = source.text.slice(start?.end ?? node.start, end?.start ?? node.end);
  const hasInterpolation = node.children.some(({ type }) => type === "interpolation");
  const prefix = (start === undefined ? "" : textOf(start, source)).replace(/["']+$/, "").toLowerCase();
  const kept = [...prefix]
    .filter((letter) => letter !== "u" && (letter !== "f" || hasInterpolation || /[{}]/.test(content)))
    .sort()
    .join("");
  return `${kept}"${kept.includes("r") ? content.replaceAll('"', "\\u0022") : unifyQuotes(content)}"`;
}

/** A number without separators, in lower case. Pure. */
export function renderNumber(text: string): string {
  return text.replaceAll("_", "").toLowerCase();
}

/** The inside of a string with its quotes spelled one way, so that no content can look like the end of the string. */
export function unifyQuotes(content: string): string {
  return content
    .replace(/\\([\s\S])/g, (whole, next: string) => (/["'`]/.test(next) ? next : whole))
    .replaceAll('"', "\\u0022");
}

function joinStrings(parts: readonly string[]): string {
  const isPlain = parts.every((part) => part.startsWith('"'));
  return isPlain ? `"${parts.map((part) => part.slice(1, -1)).join("")}"` : parts.join("+");
}
