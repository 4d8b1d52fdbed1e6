import { type Source, textOf } from "../../syntax/source.ts";
import { namedChildrenOf, type SyntaxNode } from "../../syntax/syntax-node.ts";

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
};

/** The text of a string literal, or undefined where something is put into it, or its prefix makes it another thing. Pure. */
export function readStringLiteral(node: SyntaxNode, source: Source): string | undefined {
  if (node.type !== "string" && node.type !== "template_string") return undefined;
  const match = /^([a-zA-Z]*)("""|'''|["'`])(.*)\2$/s.exec(textOf(node, source));
  if (match === null) return undefined;
  const [, prefix = "", , content = ""] = match;
  const isPlain = prefix === "" || /^[ru]$/i.test(prefix);
  const isFilledIn = namedChildrenOf(node).some(({ type }) => /substitution|interpolation/.test(type));
  if (!isPlain || isFilledIn) return undefined;
  return /^r$/i.test(prefix)
    ? content
    : content.replace(/\\(u\{[\da-f]+\}|u[\da-f]{4}|x[\da-f]{2}|\r?\n|.)/gis, readEscape);
}

function readEscape(_whole: string, name: string): string {
  if (/^[ux]./.test(name)) {
    const code = Number.parseInt(name.replace(/[ux{}]/g, ""), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  }
  return name.endsWith("\n") ? "" : (escapes[name] ?? name);
}
