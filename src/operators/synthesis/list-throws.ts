import { type Source, textOf } from "../../syntax/source.ts";
import { type SyntaxNode, walkTree } from "../../syntax/syntax-node.ts";
import type { OperatorContext } from "../operator.ts";
import { rememberByNode } from "../remember-by-node.ts";
import { readLayout } from "../statement/layout.ts";

/** A statement that refuses, on one line. */
export type Refusal = { readonly text: string; readonly weight: number };

const MAX_IDIOMS = 3;
const scriptErrors = ["RangeError", "TypeError", "Error"];
const pythonErrors = ["ValueError", "TypeError", "KeyError", "IndexError"];
const idiomsOf = rememberByNode(listIdioms);

/**
 * How the function could refuse an argument: as the file does elsewhere, else with a common error and the message that
 * the failing tests expect. Nothing for a file that never refuses and tests that expect no text. Pure.
 */
export function listThrows({ source, literals = [] }: OperatorContext): readonly Refusal[] {
  const idioms = idiomsOf(source.root, source);
  // A message is a sentence; any other text is an example.
  const expected = literals
    .filter(({ kind, role, text }) => kind === "string" && role === "expected" && /\w \w/.test(text))
    .slice(0, 1);
  const layout = readLayout(source);
  const message = expected[0]?.text ?? `${layout.quote}invalid argument${layout.quote}`;
  const weight = idioms.length > 0 ? 0.3 : expected.length > 0 ? 0.15 : 0.08;
  const common = (layout.isPython ? pythonErrors : scriptErrors).map((name, at) => ({
    text: layout.isPython ? `raise ${name}(${message})` : `throw new ${name}(${message})${layout.end}`,
    weight: weight / (1 + at),
  }));
  return [...idioms.map((text, at) => ({ text, weight: 0.5 / (1 + at) })), ...common];
}

/** The file's own refusals with a fixed message, the most frequent ones. */
function listIdioms(root: SyntaxNode, source: Source): readonly string[] {
  const counts = new Map<string, number>();
  for (const node of walkTree(root)) {
    if (node.type !== "throw_statement" && node.type !== "raise_statement") continue;
    const text = textOf(node, source);
    if (node.line !== node.endLine || !/["']/.test(text) || /\$\{|f["']/.test(text)) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, MAX_IDIOMS)
    .map(([text]) => text);
}
