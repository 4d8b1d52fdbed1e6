import { languages } from "../../syntax/language.ts";
import { type Source, textOf } from "../../syntax/source.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Operator, OperatorContext } from "../operator.ts";
import { replaceNode } from "../replace-node.ts";
import type { TextEdit } from "../text-edit.ts";

const MAX_BORROWED = 6;
/** How alike a text of a test has to be to what it replaces. */
const MIN_LIKENESS = 0.5;
const separators = ["", " ", ",", ", ", "-", "_", "/", ".", ":", ";", "\\n", "\\t"];
const plain = /^(["'])(?:[^"'\\]|\\.)*\1$/;
/** The text between the holes of a template or an f-string. */
const fragments = new Set(["string_fragment", "string_content"]);
const templated = new Set(["template_string", "string"]);

/** Mends a wrong string or a wrong part of a template: another one of the file or of the failing test, another separator, letter case or blank. */
export const textLiteral: Operator = {
  name: "text-literal",
  version: 2,
  prior: 0.45,
  languages,
  *find(node, context) {
    const { source } = context;
    const text = textOf(node, source);
    if (isFragment(node, source)) {
      for (const { code, weight } of vary(text, "")) yield replaceNode(node, code, source, { weight });
      return;
    }
    if (node.type !== "string" || node.field === "source" || !plain.test(text)) return;
    const quote = text.slice(0, 1);
    const content = text.slice(1, -1);
    yield* borrow(node, quote, content, context);
    if (separators.includes(content)) {
      for (const separator of separators.filter((other) => other !== content)) {
        const weight = separator.trim() === content.trim() ? 0.8 : 0.3;
        yield replaceNode(node, `${quote}${separator}${quote}`, source, { weight });
      }
      return;
    }
    for (const { code, weight } of vary(content, quote)) yield replaceNode(node, code, source, { weight });
  },
};

function isFragment(node: SyntaxNode, source: Source): boolean {
  if (!fragments.has(node.type) || node.parent === null || !templated.has(node.parent.type)) return false;
  const isTemplate = node.parent.children.some(
    ({ type }) => type === "template_substitution" || type === "interpolation",
  );
  return isTemplate && !/[\\`{}]/.test(textOf(node, source));
}

/** A text of the test that is much alike is likely to be what the program says, word for word; any other is an example. */
function* borrow(
  node: SyntaxNode,
  quote: string,
  content: string,
  { source, names, literals = [] }: OperatorContext,
): Generator<TextEdit> {
  const tested = literals
    .filter(({ kind, text }) => kind === "string" && plain.test(text) && text.length <= 40)
    .map(({ text, role }) => ({ other: text.slice(1, -1), bonus: role === "expected" ? 0.2 : 0.05 }));
  const own = names.strings
    .filter((other) => other.startsWith(quote))
    .map((other) => ({ other: other.slice(1, -1), bonus: 0 }));
  const best = new Map<string, number>();
  for (const { other, bonus } of [...tested, ...own]) {
    if (other === content || other.includes(quote)) continue;
    const likeness = names.similarity(other, content);
    if (bonus > 0 && likeness < MIN_LIKENESS) continue;
    const weight = 0.2 + bonus + 0.5 * likeness;
    best.set(other, Math.max(best.get(other) ?? 0, weight));
  }
  const likely = [...best]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MAX_BORROWED + Math.min(4, tested.length));
  for (const [other, weight] of likely)
    yield replaceNode(node, `${quote}${other}${quote}`, source, { weight });
}

/** The same text with a blank more or less at an end, in another letter case, or without its last mark. */
function vary(content: string, quote: string): readonly { readonly code: string; readonly weight: number }[] {
  const wrap = (text: string) => `${quote}${text}${quote}`;
  const forms: readonly (readonly [string, number])[] = [
    [content.trim(), 0.6],
    [`${content} `, 0.3],
    [` ${content}`, 0.3],
    [content.toLowerCase(), 0.4],
    [content.toUpperCase(), 0.3],
    [content.slice(0, 1).toUpperCase() + content.slice(1), 0.3],
    ...(/[.,:;!?]$/.test(content) ? ([[content.slice(0, -1), 0.3]] as const) : []),
    ...([",", ".", ":", "-", "/"].includes(content.trim())
      ? ["-", "/", ":", ".", ",", " ", ", "].map((other) => [other, 0.3] as const)
      : []),
  ];
  const kept = new Map(
    forms.filter(([text]) => text !== content && text !== "").map(([text, weight]) => [wrap(text), weight]),
  );
  return [...kept].map(([code, weight]) => ({ code, weight }));
}
